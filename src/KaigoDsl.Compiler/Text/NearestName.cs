namespace KaigoDsl.Compiler.Text;

/// <summary>Finds what a misspelt name was probably meant to be.</summary>
public static class NearestName
{
    /// <summary>
    /// The candidate with the smallest edit distance (insertion, deletion, substitution, transposition), or
    /// <see langword="null"/> when none is near: up to one edit for names of two to four characters, a third of the
    /// length beyond. Ties go to the first in ordinal order, so the answer does not depend on the order of candidates.
    /// </summary>
    public static string? Find(string name, IEnumerable<string> candidates)
    {
        string? best = null;
        var bestDistance = int.MaxValue;
        var folded = Prepare(name);
        foreach (var candidate in candidates)
        {
            var target = Prepare(candidate);
            var limit = Limit(folded, target);
            if (Math.Abs(folded.Length - target.Length) > limit)
            {
                continue;
            }

            var distance = Distance(folded, target);
            if (distance > limit || distance > bestDistance
                || (distance == bestDistance && string.CompareOrdinal(candidate, best) >= 0))
            {
                continue;
            }

            best = candidate;
            bestDistance = distance;
        }

        return best;
    }

    /// <summary>The number of single-character edits, a swap of neighbours counting as one.</summary>
    public static int Distance(string left, string right)
    {
        var beforePrevious = new int[right.Length + 1];
        var previous = new int[right.Length + 1];
        var current = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = left[i - 1] == right[j - 1] ? 0 : 1;
                var value = Math.Min(Math.Min(current[j - 1] + 1, previous[j] + 1), previous[j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    value = Math.Min(value, beforePrevious[j - 2] + 1);
                }

                current[j] = value;
            }

            (beforePrevious, previous, current) = (previous, current, beforePrevious);
        }

        return previous[right.Length];
    }

    private static string Prepare(string text) => CharacterFolding.Fold(text).ToLowerInvariant();

    // A single character is never near another one, and half of a name has to survive.
    private static int Limit(string left, string right)
    {
        var longer = Math.Max(left.Length, right.Length);
        return Math.Min(left.Length, right.Length) < 2 ? 0 : longer <= 4 ? 1 : longer / 3;
    }
}
