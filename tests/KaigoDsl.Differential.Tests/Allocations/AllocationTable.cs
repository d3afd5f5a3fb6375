using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using KaigoDsl.Differential.Tests.Generation;

namespace KaigoDsl.Differential.Tests.Allocations;

/// <summary>A table for a generated spec: cells as a file has them, blank for 欠測, by the header of their column.</summary>
/// <param name="Count">Rows.</param>
/// <param name="Cells">By column: 団体コード, the columns of the spec, and the items by path.</param>
internal sealed record AllocationTable(int Count, ImmutableDictionary<string, ImmutableArray<string>> Cells)
{
    public const string Key = "団体コード";

    public static AllocationTable Generate(AllocSpec spec, int seed)
    {
        var dice = new Dice(seed);
        var count = dice.Pick(1, 2, 3, 3, 4, 5, 8);
        var blanks = dice.Pick(0, 0, 0, 0, 8);
        var cells = ImmutableDictionary.CreateBuilder<string, ImmutableArray<string>>(StringComparer.Ordinal);
        cells.Add(Key, Fill(count, row => "団体" + (count - row).ToString(CultureInfo.InvariantCulture)));
        foreach (var column in spec.Columns)
        {
            cells.Add(column.Label, Fill(count, _ => dice.Chance(blanks) ? string.Empty : Cell(column, dice)));
        }

        foreach (var path in Items(spec))
        {
            cells.Add(path, Fill(count, _ => dice.Pick("○", "○", "×")));
        }

        return new AllocationTable(count, cells.ToImmutable());
    }

    /// <summary>The paths of the items, in order.</summary>
    public static IEnumerable<string> Items(AllocSpec spec) =>
        AllocSpec.Grants.Zip(spec.Points).SelectMany(g => g.Second.Select((_, i) => $"{g.First}.1.{"アイウエオ"[i]}"));

    /// <summary>As a file.</summary>
    public string ToCsv()
    {
        var headers = Cells.Keys.Order(StringComparer.Ordinal).ToArray();
        var text = new StringBuilder();
        text.AppendJoin(',', headers).Append('\n');
        for (var row = 0; row < Count; row++)
        {
            text.AppendJoin(',', headers.Select(h => Cells[h][row])).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The rows in another order.</summary>
    public AllocationTable WithRows(IReadOnlyList<int> rows) =>
        new(rows.Count, Cells.ToImmutableDictionary(c => c.Key, c => rows.Select(r => c.Value[r]).ToImmutableArray(), StringComparer.Ordinal));

    private static ImmutableArray<string> Fill(int count, Func<int, string> cell) => [.. Enumerable.Range(0, count).Select(cell)];

    private static string Cell(AllocColumn column, Dice dice) => column.Unit switch
    {
        "真偽" => dice.Pick("真", "偽"),
        "位" => dice.Between(1, 5).ToString(CultureInfo.InvariantCulture),
        "人" => dice.Pick(0, 1, 50, 99, 100, 1000, 2999, 3000, dice.Between(1, 20_000)).ToString(CultureInfo.InvariantCulture),
        _ => dice.Pick(0, 1, 3, 500, 1000, dice.Between(1, 3_000_000)).ToString(CultureInfo.InvariantCulture),
    };
}
