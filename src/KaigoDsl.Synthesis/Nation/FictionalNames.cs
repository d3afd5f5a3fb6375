namespace KaigoDsl.Synthesis.Nation;

/// <summary>Names of municipalities that do not exist: two characters each, every stem used once in the nation.</summary>
internal static class FictionalNames
{
    private const string Firsts = "霞碧澄朱瑞翠蒼茜暁玲梓柊楓椿桐萩蓮葵皐鈴雫霧露雪霜虹凪汐渚樺絹錦紺紫橙銀珠翼鷺鳳鶯雁兎鯉蛍蝶榊遥望静穏柚橘梢苔蕗蔦鴇篠藍";
    private const string Seconds = "羽原野川沢谷崎浜島岡坂森林里郷丘台橋泉瀬津江浦湖峰嶺平田畑園";

    // Combinations that municipalities or prefectures really bear.
    private static readonly HashSet<string> Real = new(StringComparer.Ordinal) { "蓮田", "霧島", "錦江", "静岡" };

    /// <summary>All stems in random order; numbered ones follow when a nation needs more.</summary>
    public static List<string> Stems(RandomSource random, int count)
    {
        var stems = new List<string>(Firsts.Length * Seconds.Length);
        foreach (var first in Firsts)
        {
            foreach (var second in Seconds)
            {
                var stem = $"{first}{second}";
                if (!Real.Contains(stem))
                {
                    stems.Add(stem);
                }
            }
        }

        random.Shuffle(stems);
        var distinct = stems.Count;
        for (var i = distinct; i < count; i++)
        {
            stems.Add($"{stems[i % distinct]}第{i / distinct + 1}");
        }

        return stems;
    }
}
