using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using KaigoDsl.Differential.Tests.Model;

namespace KaigoDsl.Differential.Tests.Generation;

/// <summary>Random small tables for a spec, biased to what rankings find hard: ties, nothing, one, zero, far too much.</summary>
internal sealed class DataGenerator(SpecIndex index, Dice dice)
{
    private static readonly int[] s_counts = [0, 1, 1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 13, 17];

    /// <summary>How many cells of a hundred are blank.</summary>
    private readonly int _blanks = index.Spec.HasOwner ? dice.Pick(0, 20, 40, 100) : dice.Pick(0, 0, 0, 10, 30, 100);

    /// <summary>How many results of a hundred computed items are reported, overriding them.</summary>
    private readonly int _overrides = dice.Pick(0, 0, 5, 30);

    public static DataTable Generate(SpecIndex index, int seed)
    {
        var dice = new Dice(seed);
        var table = new DataGenerator(index, dice).Generate();
        return index.Members is { } members ? table with { Members = MembersOf(members, table, dice) } : table;
    }

    /// <summary>A table in which nothing is known.</summary>
    public static DataTable Blank(SpecIndex index, int rows) =>
        new(rows, ColumnsOf(index).ToImmutableDictionary(c => c, _ => Enumerable.Repeat(Cell.Blank, rows).ToImmutableArray()))
        {
            Members = index.Members is { } members ? Blank(members, rows) : null,
        };

    private static IEnumerable<string> ColumnsOf(SpecIndex index) =>
        index.Spec.Columns.Select(c => c.Label).Concat(WithOwnColumn(index).Select(index.Path)).Append(DataTable.Key);

    /// <summary>Few owners have many members; some members name nobody, or somebody who is not there.</summary>
    private static DataTable MembersOf(SpecIndex members, DataTable owners, Dice dice)
    {
        var table = new DataGenerator(members, dice).Generate();
        var keys = Enumerable.Range(0, owners.Count).Select(row => owners[DataTable.Key, row]).Take(dice.Between(1, 6)).Append(TextCell("団体999")).ToList();
        var link = Fill(table.Count, _ => dice.Chance(8) ? Cell.Blank : dice.Pick(keys));
        return table with { Columns = table.Columns.SetItem(members.Spec.Link.Label, link) };
    }

    /// <summary>Nodes with an answer or points of their own in the data.</summary>
    private static IEnumerable<Node> WithOwnColumn(SpecIndex index) =>
        index.Spec.Nodes.Where(n => n.Scoring is Scoring.Item or Scoring.Input or Scoring.Unconfirmed);

    private DataTable Generate()
    {
        var count = dice.Pick(s_counts);
        var columns = ImmutableDictionary.CreateBuilder<string, ImmutableArray<Cell>>();
        columns.Add(DataTable.Key, Fill(count, row => TextCell("団体" + (count - row).ToString("D3", CultureInfo.InvariantCulture))));
        columns.Add(DataTable.Name, Fill(count, _ => TextCell(dice.Pick("甲市", "乙町", "丙村"))));
        foreach (var column in index.Spec.Columns)
        {
            columns.Add(column.Label, Fill(count, Maker(column)));
        }

        foreach (var node in WithOwnColumn(index))
        {
            columns.Add(index.Path(node), Fill(count, Maker(node)));
        }

        return new DataTable(count, columns.ToImmutable()) { CsvSeed = dice.Next(int.MaxValue) };
    }

    private static ImmutableArray<Cell> Fill(int count, Func<int, Cell> make) => [.. Enumerable.Range(0, count).Select(make)];

    private static Cell TextCell(string text) => new(text) { Text = text };

    private Func<int, Cell> Maker(Column column)
    {
        var blanks = dice.Chance(50) ? _blanks : 0;
        var make = ColumnMaker(column);
        return _ => dice.Chance(blanks) ? Cell.Blank : make();
    }

    private Func<Cell> ColumnMaker(Column column)
    {
        switch (column.Sort)
        {
            case ColumnSort.Truth:
                return () => dice.Chance(50)
                    ? new Cell(dice.Pick("○", "1", "真", "true")) { Truth = true }
                    : new Cell(dice.Pick("×", "0", "偽", "false")) { Truth = false };
            case ColumnSort.Year:
                return () => YearCell(dice.Between(2022, 2025));
            case ColumnSort.Date:
                return () => DateCell(dice.Pick(SpecGenerator.Dates));
            case ColumnSort.Enumeration:
                return () => TextCell(dice.Pick(SpecGenerator.Members));
            case ColumnSort.Text or ColumnSort.Reference:
                return () => TextCell(dice.Pick(SpecGenerator.Texts));
            default:
                var number = NumberMaker(Units.Factor(column.Unit));
                return () => NumberCell(number(), Units.Factor(column.Unit));
        }
    }

    private Cell YearCell(int year)
    {
        string[] spellings =
        [
            FormattableString.Invariant($"令和{year - 2018}年度"), FormattableString.Invariant($"R{year - 2018}"),
            FormattableString.Invariant($"{year}"), FormattableString.Invariant($"FY{year}"), FormattableString.Invariant($"{year}年度"),
        ];
        return new Cell(dice.Pick(spellings)) { Quantity = year };
    }

    private Cell DateCell(string date)
    {
        var parts = date.Split('-').Select(p => int.Parse(p, CultureInfo.InvariantCulture)).ToArray();
        var slashes = FormattableString.Invariant($"{parts[0]}/{parts[1]}/{parts[2]}");
        return new Cell(dice.Pick(date, slashes)) { Quantity = (parts[0] * 10_000) + (parts[1] * 100) + parts[2] };
    }

    /// <summary>How the numbers of one column are distributed, as numerator and denominator.</summary>
    private Func<(BigInteger Numerator, int Denominator)> NumberMaker(Fraction factor)
    {
        var huge = BigInteger.Pow(10, factor > 1 ? 12 : 18);
        var constant = dice.Next(4);
        return dice.Next(9) switch
        {
            0 => () => (constant, 1),
            1 or 2 => () => (dice.Next(4), 1),
            3 => () => (dice.Chance(70) ? 0 : dice.Next(4), 1),
            4 => () => (dice.Next(1000), 10),
            5 => () => (dice.Between(-30, 30), dice.Pick(1, 2, 3, 7)),
            6 => () => (huge + dice.Next(5), dice.Pick(1, 1, 1, 3, 7)),
            7 when dice.Chance(30) => () => (BigInteger.Pow(10, 25) + dice.Next(4), dice.Pick(1, 3)),
            _ => () => (dice.Next(200), 1),
        };
    }

    private Cell NumberCell((BigInteger Numerator, int Denominator) number, Fraction factor)
    {
        var written = new Fraction(number.Numerator, number.Denominator);
        var value = written * factor;
        var fits = BigInteger.Abs(value.Numerator) <= long.MaxValue && value.Denominator <= long.MaxValue;
        return new Cell(fits ? Spell(written) : null) { Quantity = value };
    }

    private string Spell(Fraction number)
    {
        var sign = number.Numerator.Sign < 0 ? dice.Pick("-", "△", "－") : string.Empty;
        var whole = BigInteger.Abs(number.Numerator);
        var text = (10 % number.Denominator).IsZero && !number.Denominator.IsOne
            ? FormattableString.Invariant($"{whole * (10 / number.Denominator) / 10}.{whole * (10 / number.Denominator) % 10}")
            : number.Denominator.IsOne ? whole.ToString(dice.Chance(20) ? "N0" : "D", CultureInfo.InvariantCulture)
            : FormattableString.Invariant($"{whole}/{number.Denominator}");
        return sign + (dice.Chance(10) ? FullWidth(text) : text);
    }

    private static string FullWidth(string text) => string.Concat(text.Select(c => c is >= '0' and <= '9' ? (char)(c - '0' + '０') : c));

    private Func<int, Cell> Maker(Node node)
    {
        if (node.Scoring != Scoring.Item)
        {
            var blanks = dice.Pick(0, 0, 20, 100);
            var most = node.Scoring == Scoring.Input ? node.Points : 9;
            return _ => dice.Chance(blanks) ? Cell.Blank : PointsCell(dice.Between(0, most));
        }

        var isComputed = node.Tier is not null || node.Condition is not null;
        var reported = isComputed ? _overrides : dice.Pick(100, 100, 80, 0);
        var met = dice.Pick(50, 50, 90, 100, 10);
        return _ => dice.Chance(reported) ? AnswerCell(node, met) : dice.Chance(90) ? Cell.Blank : new Cell("未報告");
    }

    private static Cell PointsCell(int points) => new(points.ToString(CultureInfo.InvariantCulture)) { Quantity = points };

    private Cell AnswerCell(Node item, int met)
    {
        if (dice.Chance(met))
        {
            return new Cell(dice.Pick("○", "1", "該当", item.Points.ToString(CultureInfo.InvariantCulture))) { Answer = Model.AnswerCell.Met };
        }

        return dice.Chance(70)
            ? new Cell(dice.Pick("×", "0", "非該当")) { Answer = Model.AnswerCell.NotMet }
            : new Cell("未実施") { Answer = Model.AnswerCell.NotDone };
    }
}
