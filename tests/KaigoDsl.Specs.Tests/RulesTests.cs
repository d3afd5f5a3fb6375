using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Engine;

namespace KaigoDsl.Specs.Tests;

/// <summary>The rules around the grants: every clause of every decision is reached by a test of the specification itself.</summary>
public sealed class RulesTests
{
    private static readonly Lazy<ProgramPlan> Rules = new(() =>
    {
        var compilation = Specifications.Compile("specs/rules");
        return compilation.Plan ?? throw new InvalidOperationException(string.Join('\n', compilation.Diagnostics.Select(d => d.ToString())));
    });

    public static TheoryData<string> Decisions =>
        [.. Rules.Value.Rules.SelectMany(rules => rules.Decisions).Select(decision => decision.Label)];

    [Fact]
    public void The_rules_stand_alone_without_a_diagnostic() =>
        Assert.Empty(Specifications.Compile("specs/rules").Diagnostics.Select(d => d.ToString()));

    [Theory]
    [MemberData(nameof(Decisions))]
    public void Every_clause_is_reached_by_a_test(string label)
    {
        var reached = new HashSet<ClausePlan>();
        var decision = Rules.Value.Rules.SelectMany(rules => rules.Decisions).Single(d => d.Label == label);
        foreach (var result in TestRunner.Run(Rules.Value))
        {
            if (result.Rules is { } rules && rules.Plan.Decisions.Contains(decision) && rules.DecidingClause(decision.Index, 0) is { } clause)
            {
                reached.Add(clause);
            }
        }

        Assert.Empty(decision.Clauses.Where(clause => !reached.Contains(clause)).Select(clause => clause.Label + clause.Title));
    }

    [Fact]
    public void Shares_are_those_of_the_table()
    {
        var shares = Rules.Value.ShareTables.ToDictionary(table => table.Label, table => table.Shares.Select(s => s.Value.ToString()).ToArray());
        Assert.Equal(["1/4", "1/8", "1/8", "23/100", "27/100"], shares["財源構成_総合事業"]);
        Assert.Equal(["77/200", "77/400", "77/400", "23/100"], shares["財源構成_包括的支援"]);
    }

    [Fact]
    public void The_year_has_the_same_conditions_as_the_rules()
    {
        var here = Rules.Value.Rules.SelectMany(rules => rules.Decisions).Single(d => d.Label == "支援要件");
        var r7 = Specifications.Compile("specs/r7").Plan!.Rules.SelectMany(rules => rules.Decisions).Single(d => d.Label == "支援要件");
        Assert.Equal(here.Clauses.Select(Describe), r7.Clauses.Select(Describe));

        static string Describe(ClausePlan clause) => $"{clause.Label} {clause.Title} {clause.Met} {clause.Text} {string.Join('/', clause.Assumptions)}";
    }
}
