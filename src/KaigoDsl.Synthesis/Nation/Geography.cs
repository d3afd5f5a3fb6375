using System.Collections.Immutable;
using System.Globalization;

namespace KaigoDsl.Synthesis.Nation;

/// <summary>Lays out the fictional municipalities: sizes, prefectures, codes, names, 過疎地域 and quality.</summary>
internal static class Geography
{
    /// <summary>The real number of municipalities.</summary>
    public const int RealCount = 1741;

    // Counts of the size classes as published for R6; median and spread (in fixed-point powers of two) inside each are our choice,
    // made so that the total comes near 35.9 million. Quality follows the published class means (371 … 498 points).
    private static readonly SizeClass[] Classes =
    [
        new(447, 30, 2_999, 1_320, 68_000, -46_000),
        new(534, 3_000, 9_999, 5_650, 33_000, -4_000),
        new(612, 10_000, 49_999, 19_700, 42_000, 24_000),
        new(84, 50_000, 99_999, 68_500, 20_000, 42_000),
        new(64, 100_000, 900_000, 165_000, 48_000, 78_000),
    ];

    private const int DepopulatedCount = 885;

    /// <summary>Creates the municipalities in the order of their codes.</summary>
    public static ImmutableArray<Municipality> Create(ulong seed, int count)
    {
        var sizes = Sizes(RandomSource.For(seed, "規模"), count);
        var byPrefecture = Distribute(sizes, count);
        var stems = FictionalNames.Stems(RandomSource.For(seed, "名称"), count);
        var depopulated = Depopulated(RandomSource.For(seed, "過疎"), sizes, count);
        var quality = RandomSource.For(seed, "質");
        var order = RandomSource.For(seed, "順序");
        var municipalities = ImmutableArray.CreateBuilder<Municipality>(count);
        for (var p = 0; p < Prefecture.All.Length; p++)
        {
            var prefecture = Prefecture.All[p];
            var members = byPrefecture[p];
            order.Shuffle(members);
            members = [.. members.OrderBy(m => SuffixOrder(Suffix(prefecture, sizes[m].Insured)))];
            for (var i = 0; i < members.Count; i++)
            {
                var (insured, sizeClass) = sizes[members[i]];
                municipalities.Add(new Municipality(
                    prefecture,
                    Code(prefecture.Number, i),
                    stems[municipalities.Count] + Suffix(prefecture, insured),
                    insured,
                    sizeClass,
                    depopulated.Contains(members[i]),
                    Classes[sizeClass].Quality + (int)((long)quality.NextNormal() * 91 / 100)));
            }
        }

        return municipalities.MoveToImmutable();
    }

    /// <summary>Splits a whole into parts proportional to weights, by largest remainder.</summary>
    internal static int[] Apportion(int whole, ReadOnlySpan<int> weights)
    {
        var total = 0L;
        foreach (var weight in weights)
        {
            total += weight;
        }

        var parts = new int[weights.Length];
        var remainders = new (long Remainder, int Index)[weights.Length];
        var given = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            var product = (long)whole * weights[i];
            parts[i] = total == 0 ? 0 : (int)(product / total);
            remainders[i] = (total == 0 ? 0 : product % total, i);
            given += parts[i];
        }

        foreach (var (_, index) in remainders.OrderByDescending(r => r.Remainder).ThenBy(r => r.Index).Take(whole - given))
        {
            parts[index]++;
        }

        return parts;
    }

    private static List<(int Insured, int SizeClass)> Sizes(RandomSource random, int count)
    {
        var counts = Apportion(count, [.. Classes.Select(c => c.Count)]);
        var sizes = new List<(int Insured, int SizeClass)>(count);
        for (var c = 0; c < Classes.Length; c++)
        {
            for (var i = 0; i < counts[c]; i++)
            {
                sizes.Add((Classes[c].Draw(random), c));
            }
        }

        return [.. sizes.OrderByDescending(s => s.Insured)];
    }

    /// <summary>
    /// The largest first, each to the prefecture that still lacks the most elderly people; so every prefecture has its city, and
    /// the small ones fill the places left.
    /// </summary>
    private static List<int>[] Distribute(List<(int Insured, int SizeClass)> sizes, int count)
    {
        var places = Apportion(count, [.. Prefecture.All.Select(p => p.Municipalities)]);
        var lacking = new long[places.Length];
        for (var p = 0; p < places.Length; p++)
        {
            lacking[p] = (long)Prefecture.All[p].Elderly * 10_000 * count / RealCount;
        }

        var members = places.Select(_ => new List<int>()).ToArray();
        for (var m = 0; m < sizes.Count; m++)
        {
            var best = -1;
            for (var p = 0; p < places.Length; p++)
            {
                if (members[p].Count < places[p] && (best < 0 || lacking[p] > lacking[best]))
                {
                    best = p;
                }
            }

            members[best].Add(m);
            lacking[best] -= sizes[m].Insured;
        }

        return members;
    }

    /// <summary>Mostly the small ones: by size with much noise.</summary>
    private static HashSet<int> Depopulated(RandomSource random, List<(int Insured, int SizeClass)> sizes, int count)
    {
        var wanted = (int)((long)DepopulatedCount * count / RealCount);
        return [.. Enumerable.Range(0, count)
            .Select(m => (Index: m, Key: ((long)m * 4 * RandomSource.One / count) + random.NextNormal()))
            .OrderByDescending(m => m.Key)
            .ThenBy(m => m.Index)
            .Take(wanted)
            .Select(m => m.Index)];
    }

    private static string Suffix(Prefecture prefecture, int insured) => insured switch
    {
        >= 60_000 when prefecture.Number == 13 => "区",
        >= 11_000 => "市",
        >= 1_500 => "町",
        _ => "村",
    };

    private static int SuffixOrder(string suffix) => suffix switch { "区" => 0, "市" => 1, "町" => 2, _ => 3 };

    /// <summary>Real codes end below 700 within a prefecture (8xx and 9xx are associations), so 7xx to 9xx names nobody real.</summary>
    private static string Code(int prefecture, int index)
    {
        if (index >= 299)
        {
            // Only in a nation much larger than the real one; such a code is longer than any real code.
            return string.Create(CultureInfo.InvariantCulture, $"{prefecture:00}{10_000 + index}");
        }

        var digits = ((prefecture * 1000) + 701 + index).ToString("00000", CultureInfo.InvariantCulture);
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            sum += (digits[i] - '0') * (6 - i);
        }

        return digits + ((11 - (sum % 11)) % 10).ToString(CultureInfo.InvariantCulture);
    }

    private sealed record SizeClass(int Count, int Low, int High, int Median, int Spread, int Quality)
    {
        public int Draw(RandomSource random)
        {
            while (true)
            {
                var exponent = (int)(((long)random.NextNormal() * Spread) >> 16);
                var size = FixedPoint.TimesPowerOfTwo(Median, exponent);
                if (size >= Low && size <= High)
                {
                    return (int)size;
                }
            }
        }
    }
}
