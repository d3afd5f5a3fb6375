using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Data;
using KaigoDsl.Engine;
using KaigoDsl.Runtime;
using ColumnKind = KaigoDsl.Runtime.ColumnKind;
using ColumnType = KaigoDsl.Runtime.ColumnType;

namespace KaigoDsl.Specs.Tests;

/// <summary>Published results by item of real municipalities, scored: every published total follows to the point.</summary>
public sealed class ResultsTests
{
    private const string Rank = "順位";

    public static TheoryData<string, int> Years { get; } = new() { { "R6", 5 }, { "R8", 2 } };

    [Theory]
    [MemberData(nameof(Years))]
    public void Every_published_total_is_reproduced(string year, int municipalities)
    {
        var evaluation = Evaluate(year);
        var totals = Totals(year);
        Assert.Equal(municipalities, evaluation.Table.Count);
        Assert.Equal(Keys(evaluation.Table), Keys(totals));
        var compared = 0;
        for (var column = 0; column < totals.Schema.Columns.Length; column++)
        {
            var header = totals.Schema.Columns[column].Name;
            if (totals.Schema.Columns[column].Type != ColumnType.Quantity || header == Rank)
            {
                continue;
            }

            var scores = evaluation.Score(PlanTree.Find(evaluation.Plan, header == "得点" ? string.Empty : header));
            for (var row = 0; row < totals.Count; row++)
            {
                Assert.True(totals.Quantities(column)[row] == Rational.FromInt64(scores[row]), $"{totals.Name(row)} {header}: {scores[row]}");
                compared++;
            }
        }

        Assert.Equal(3 * municipalities, compared);
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void The_file_has_the_published_columns_and_reads_without_a_complaint(string year, int municipalities)
    {
        var plan = Specifications.Municipality(year);
        var result = TableReader.Read(Specifications.Case($"results/{year.ToLowerInvariant()}.csv"), PlanSchema.ToTableSchema(plan));
        Assert.Empty(result.Errors);
        Assert.Empty(result.Report.Unknown);
        Assert.Equal(plan.Columns.Where(c => c.IsForRules).Select(c => c.Name), result.Report.MissingOptional);
        Assert.Equal(plan.Columns.Where(c => c.Kind == Compiler.Lowering.ColumnKind.Input && !c.IsForRules).Select(c => c.Name), result.Report.NotNeeded);
        Assert.Equal(municipalities, result.Report.RowCount);

        // Outcome items are printed under both grants, so their column is fed twice.
        var fed = result.Report.Matched.Where(m => PlanTree.Find(plan, m.Name) is >= 0 and var node && plan.Nodes[node].Item >= 0).Sum(m => m.Headers.Length);
        Assert.Equal(PlanTree.Walk(plan).Count(place => place.Node.Item >= 0), fed);
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void Computed_items_take_the_published_result(string year, int municipalities)
    {
        var evaluation = Evaluate(year);
        var computed = evaluation.Plan.Items.Where(item => item.Condition != ConditionKind.Answer).ToArray();
        Assert.NotEmpty(computed);
        foreach (var item in computed)
        {
            Assert.All(Enumerable.Range(0, municipalities), row => Assert.True(evaluation.IsOverridden(item.Index, row)));
        }
    }

    /// <summary>Nobody else's result is in the file, but a published rank among 1,741 says which tiers of 「今年度の評価得点」 must have been reached.</summary>
    [Theory]
    [MemberData(nameof(Years))]
    public void Published_ranks_agree_with_the_tiers_of_the_score_of_the_year(string year, int municipalities)
    {
        var evaluation = Evaluate(year);
        var totals = Totals(year);
        var ranks = totals.Quantities(totals.Schema.IndexOf(Rank));
        var indicator = PlanTree.Find(evaluation.Plan, "推進.Ⅰ.活動.1");
        var ranking = evaluation.Plan.Rankings[evaluation.Plan.Nodes[indicator].Ranking];
        Assert.Equal(4, ranking.Tiers.Length);
        foreach (var tier in ranking.Tiers)
        {
            var k = 1741 * tier.Share.Numerator / tier.Share.Denominator;
            for (var row = 0; row < municipalities; row++)
            {
                Assert.Equal(ranks[row].Numerator <= k ? Truth.True : Truth.False, evaluation.ItemTruth(tier.Item, row));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void A_higher_total_has_a_better_published_rank(string year, int municipalities)
    {
        var totals = Totals(year);
        var (scores, ranks) = (totals.Quantities(totals.Schema.IndexOf("得点")), totals.Quantities(totals.Schema.IndexOf(Rank)));
        var order = Enumerable.Range(0, municipalities).OrderByDescending(row => scores[row]).ToArray();
        Assert.Equal(order, Enumerable.Range(0, municipalities).OrderBy(row => ranks[row]));
    }

    [Fact]
    public void Members_of_one_insurer_have_the_same_outcome()
    {
        var evaluation = Evaluate("R6");
        var union = new[] { "東川町", "美瑛町", "東神楽町" };
        var outcome = evaluation.Score(PlanTree.Find(evaluation.Plan, "推進.Ⅳ"));
        var rows = Enumerable.Range(0, evaluation.Table.Count).Where(row => union.Contains(evaluation.Table.Name(row))).ToArray();
        Assert.Equal(3, rows.Length);
        Assert.All(rows, row => Assert.Equal(60, outcome[row]));
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void A_changed_cell_changes_the_totals(string year, int municipalities)
    {
        _ = municipalities;
        var path = Specifications.Case($"results/{year.ToLowerInvariant()}.csv");
        var lines = File.ReadAllLines(path);
        var (header, cells) = (lines[0].Split(','), lines[1].Split(','));
        var position = Array.IndexOf(header, "推進.Ⅰ.体制.1.ア");
        Assert.Equal("4", cells[position]);
        cells[position] = "0";
        lines[1] = string.Join(',', cells);
        var bytes = System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines));

        var plan = Specifications.Municipality(year);
        var changed = Evaluate(plan, TableReader.Parse(bytes, path, PlanSchema.ToTableSchema(plan)));
        Assert.Equal(Evaluate(year).Score(0)[0] - 4, changed.Score(0)[0]);
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void Without_one_result_the_inputs_it_needs_are_asked_for(string year, int municipalities)
    {
        var plan = Specifications.Municipality(year);
        var rows = File.ReadAllLines(Specifications.Case($"results/{year.ToLowerInvariant()}.csv")).Select(line => line.Split(',')).ToArray();
        var position = Array.IndexOf(rows[0], "推進.Ⅰ.活動.2.ウ");
        string[] inputs = ["給付費_今年", "給付費_前年", "後期高齢者数_今年", "後期高齢者数_前年"];

        // Without the column: the four inputs of the measure, and which column would do instead.
        var without = Read(rows.Select(row => row.Where((_, i) => i != position)));
        Assert.Equal(inputs, without.Report.MissingRequired.AsEnumerable());
        Assert.All(without.Errors, error => Assert.Contains("`推進.Ⅰ.活動.2.ウ`", error.English, StringComparison.Ordinal));
        Assert.Null(without.Table);

        // With a blank cell: the same, because that municipality would silently score nothing.
        rows[municipalities][position] = string.Empty;
        var blank = Read(rows);
        Assert.Equal(inputs, blank.Errors.Select(error => error.Column));
        Assert.All(blank.Errors, error => Assert.Contains($"is not reported in 1 row (row {municipalities} first)", error.English, StringComparison.Ordinal));
        Assert.Null(blank.Table);

        TableReadResult Read(IEnumerable<IEnumerable<string>> lines) => TableReader.Parse(
            System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines.Select(line => string.Join(',', line)))), "結果.csv", PlanSchema.ToTableSchema(plan));
    }

    /// <summary>As the Ministry prints results: items down, municipalities across.</summary>
    [Theory]
    [MemberData(nameof(Years))]
    public void Items_down_and_municipalities_across_are_the_same_data(string year, int municipalities)
    {
        var plan = Specifications.Municipality(year);
        var rows = File.ReadAllLines(Specifications.Case($"results/{year.ToLowerInvariant()}.csv")).Select(line => line.Split(',')).ToArray();
        var turned = string.Join('\n', Enumerable.Range(0, rows[0].Length).Select(column => string.Join('\t', rows.Select(row => row[column]))));
        var result = TableReader.Parse(System.Text.Encoding.UTF8.GetBytes(turned), "結果.tsv", PlanSchema.ToTableSchema(plan));
        Assert.True(result.Report.IsTransposed);
        Assert.Equal(municipalities, result.Report.RowCount);
        var (straight, across) = (Evaluate(year), Evaluate(plan, result));
        Assert.Equal(Keys(straight.Table), Keys(across.Table));
        Assert.All(Enumerable.Range(0, plan.Nodes.Length), node => Assert.Equal(straight.Score(node).Values.ToArray(), across.Score(node).Values.ToArray()));
    }

    private static Evaluation Evaluate(string year)
    {
        var plan = Specifications.Municipality(year);
        return Evaluate(plan, TableReader.Read(Specifications.Case($"results/{year.ToLowerInvariant()}.csv"), PlanSchema.ToTableSchema(plan)));
    }

    private static Evaluation Evaluate(FrameworkPlan plan, TableReadResult result) =>
        FrameworkEvaluator.Evaluate(plan, result.Table ?? throw new InvalidOperationException(string.Join('\n', result.Errors)));

    private static EntityTable Totals(string year)
    {
        ImmutableArray<ColumnSchema> columns =
        [
            new("団体コード", ColumnKind.Key, ColumnType.Text) { Required = true },
            new("団体名", ColumnKind.Name, ColumnType.Text) { Required = true },
            .. new[] { "推進", "支援", "得点", Rank }.Select(name => new ColumnSchema(name, ColumnKind.Input, ColumnType.Quantity) { Required = true }),
        ];
        var result = TableReader.Read(Specifications.Case($"results/{year.ToLowerInvariant()}-totals.csv"), new TableSchema("公表された得点", columns));
        return result.Table ?? throw new InvalidOperationException(string.Join('\n', result.Errors));
    }

    private static string[] Keys(EntityTable table) => [.. Enumerable.Range(0, table.Count).Select(table.Key)];
}
