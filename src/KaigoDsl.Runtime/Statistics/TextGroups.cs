namespace KaigoDsl.Runtime;

/// <summary>Which group each row of a table belongs to, by the text of a column: the prefectures of municipalities.</summary>
public sealed class TextGroups
{
    private readonly int[] _codes;
    private readonly int[] _sizes;
    private readonly int[] _runs;

    private TextGroups(int[] codes, string?[] labels)
    {
        _codes = codes;
        Labels = labels;
        var (sizes, runs) = (new int[labels.Length], new List<int>());
        for (var row = 0; row < codes.Length; row++)
        {
            sizes[codes[row]]++;
            if (row == 0 || codes[row] != codes[row - 1])
            {
                runs.Add(row);
            }
        }

        runs.Add(codes.Length);
        _runs = [.. runs];
        _sizes = sizes;
    }

    /// <summary>The text of each group, in the order of first appearance; <see langword="null"/> for rows without one.</summary>
    public IReadOnlyList<string?> Labels { get; }

    /// <summary>Rows in each group.</summary>
    public IReadOnlyList<int> Sizes => _sizes;

    /// <summary>Number of rows.</summary>
    public int Count => _codes.Length;

    /// <summary>The group of each row.</summary>
    internal ReadOnlySpan<int> Codes => _codes;

    /// <summary>Where each stretch of rows of one group begins, and the end.</summary>
    internal ReadOnlySpan<int> Runs => _runs;

    /// <summary>Writes the sizes.</summary>
    internal void SizesTo(Span<int> target) => _sizes.CopyTo(target);

    /// <summary>Groups rows of equal text.</summary>
    public static TextGroups Create(TextColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        var (codes, labels, missing) = (new int[column.Count], new List<string?>(), -1);
        for (var row = 0; row < codes.Length; row++)
        {
            var text = column[row];
            var code = text is null ? missing : known.GetValueOrDefault(text, -1);
            if (code < 0)
            {
                code = labels.Count;
                labels.Add(text);
                if (text is null)
                {
                    missing = code;
                }
                else
                {
                    known.Add(text, code);
                }
            }

            codes[row] = code;
        }

        return new TextGroups(codes, [.. labels]);
    }
}
