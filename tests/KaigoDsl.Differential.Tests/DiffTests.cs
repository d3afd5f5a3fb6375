using KaigoDsl.Differential.Tests.Comparison;
using KaigoDsl.Differential.Tests.Generation;
using KaigoDsl.Tooling.Diffing;
using KaigoDsl.Tooling.Equivalence;

namespace KaigoDsl.Differential.Tests;

/// <summary>A generated spec differs in nothing from itself in another spelling, layout and order, and in something from the next one.</summary>
public sealed class DiffTests
{
    private const int First = 30_000;

    private const int Specs = 150;

    private static readonly Lazy<IReadOnlyList<CompiledSpec>> s_specs =
        new(() => [.. Enumerable.Range(First, Specs).AsParallel().AsOrdered().Select(Case.Compile)]);

    [Fact]
    public void Another_spelling_is_no_change()
    {
        var proved = 0;
        foreach (var spec in s_specs.Value)
        {
            var dice = new Dice(spec.Text.Length);
            var respelt = CompiledSpec.Create(spec.Index.Spec with { PrintSeed = dice.Between(1, 1_000_000) }).Compiled;
            Assert.NotNull(respelt);

            // The printer gives titles and assumptions at random; what they say decides nothing.
            var changes = SpecDiff.Compare(spec.Program, respelt.Program).Changes.Where(change => change.Kind.Severity > ChangeSeverity.Wording);
            Assert.Empty(changes.Select(change => $"{change.Text.Japanese}\n{spec.Text}\n{respelt.Text}"));
            var equivalence = EquivalenceChecker.Check(spec.Program, respelt.Program);
            Assert.NotEqual(EquivalenceVerdict.Different, equivalence.Verdict);
            proved += equivalence.Verdict == EquivalenceVerdict.Equivalent ? 1 : 0;
        }

        // Generated expressions are wilder than any real ones; some outgrow the cells that are looked through.
        Assert.InRange(proved, Specs * 3 / 4, Specs);
    }

    [Fact]
    public void Another_spec_is_a_change()
    {
        for (var i = 1; i < s_specs.Value.Count; i++)
        {
            Assert.NotEmpty(SpecDiff.Compare(s_specs.Value[i - 1].Program, s_specs.Value[i].Program).Changes);
        }
    }
}
