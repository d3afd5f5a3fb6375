using KaigoDsl.Differential.Tests.Comparison;
using KaigoDsl.Differential.Tests.Coverage;
using KaigoDsl.Differential.Tests.Model;
using KaigoDsl.Differential.Tests.Naive;

namespace KaigoDsl.Differential.Tests;

/// <summary>The comparison can fail: an evaluator with any one rule wrong is found out by few cases.</summary>
public sealed class MutationTests
{
    private const int Specs = 80;

    private const int TablesPerSpec = 8;

    private static readonly Lazy<IReadOnlyList<CompiledSpec>> s_specs =
        new(() => [.. Enumerable.Range(0, Specs).AsParallel().AsOrdered().Select(Case.Compile)]);

    public static TheoryData<string> Mutations => [.. Enum.GetNames<Mutation>().Where(name => name != nameof(Mutation.None))];

    [Theory]
    [MemberData(nameof(Mutations))]
    public void A_wrong_rule_is_noticed(string mutation)
    {
        var wrong = Enum.Parse<Mutation>(mutation);
        Assert.Contains(
            Enumerable.Range(0, Specs),
            i => Enumerable.Range(0, TablesPerSpec).Any(t => Notices(s_specs.Value[i], Case.Table(s_specs.Value[i], i, t), wrong)));
    }

    /// <summary>A wrong rule may also close a circle where there is none.</summary>
    private static bool Notices(CompiledSpec spec, DataTable table, Mutation wrong)
    {
        try
        {
            return Comparer.Check(spec, table, new CoverageCounter(), wrong) is not null;
        }
        catch (CircularSpecException)
        {
            return true;
        }
    }

    [Fact]
    public void A_failing_case_is_shrunk_to_what_matters()
    {
        var (spec, table) = Enumerable.Range(0, Specs)
            .SelectMany(i => Enumerable.Range(0, TablesPerSpec).Select(t => (Spec: s_specs.Value[i], Table: Case.Table(s_specs.Value[i], i, t))))
            .First(c => Comparer.Check(c.Spec, c.Table, new CoverageCounter(), Mutation.TiesLeftOut) is not null);
        var (smallest, smallestTable, disagreement) = Shrinking.Shrinker.Shrink(spec.Index.Spec, table, Mutation.TiesLeftOut);

        // A tie needs one tier and no more than a handful of rows.
        var item = Assert.Single(smallest.Nodes, node => node.IsItem);
        Assert.NotNull(item.Tier);
        Assert.InRange(smallestTable.Count, 2, 4);
        Assert.NotEqual(disagreement.Naive, disagreement.Engine);
    }
}
