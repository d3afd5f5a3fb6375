using KaigoDsl.Differential.Tests.Comparison;
using KaigoDsl.Differential.Tests.Coverage;
using KaigoDsl.Differential.Tests.Model;
using KaigoDsl.Differential.Tests.Naive;
using KaigoDsl.Differential.Tests.Printing;

namespace KaigoDsl.Differential.Tests.Shrinking;

/// <summary>
/// Makes a failing case small: tries every simpler spec and table, keeps the first that still fails and starts over, until none does.
/// A candidate that does not compile is no candidate, so simplifications need not be careful.
/// </summary>
internal sealed class Shrinker
{
    // Candidates that need their generated code compiled take a second each.
    private const int MostTries = 3000;
    private const int MostTriesOfGeneratedCode = 150;

    private readonly bool _needsGeneratedCode;
    private readonly Mutation _mutation;
    private int _tries;

    private Shrinker(bool needsGeneratedCode, Mutation mutation)
    {
        _needsGeneratedCode = needsGeneratedCode;
        _mutation = mutation;
        _tries = needsGeneratedCode ? MostTriesOfGeneratedCode : MostTries;
    }

    /// <summary>The smallest case found that fails as this one does.</summary>
    public static (Spec Spec, DataTable Table, Disagreement Disagreement) Shrink(Spec spec, DataTable table, Mutation mutation = Mutation.None)
    {
        var engineAlone = new Shrinker(needsGeneratedCode: false, mutation);
        var shrinker = engineAlone.Check(spec, table) is null ? new Shrinker(needsGeneratedCode: true, mutation) : engineAlone;
        var disagreement = shrinker.Check(spec, table) ?? throw new InvalidOperationException("The case does not fail.");
        var isSmaller = true;
        while (isSmaller)
        {
            isSmaller = false;
            foreach (var (smallerSpec, smallerTable) in Simplifications.Of(spec, table))
            {
                if (shrinker._tries-- > 0 && shrinker.Check(smallerSpec, smallerTable) is { } still)
                {
                    (spec, table, disagreement) = (smallerSpec, smallerTable, still);
                    isSmaller = true;
                    break;
                }
            }
        }

        return (spec, table, disagreement);
    }

    /// <summary>What to show: the smallest spec and table, and what each of the three says.</summary>
    public static string Report(Spec spec, DataTable table, Mutation mutation = Mutation.None)
    {
        var (smallest, smallestTable, disagreement) = Shrink(spec, table, mutation);
        var index = new SpecIndex(smallest);
        var report = $"{disagreement}\n\n{SpecPrinter.Print(index)}\n{CsvPrinter.Print(index, smallestTable, 1, new CoverageCounter())}";
        return index.Members is { } members && smallestTable.Members is { } memberTable
            ? report + $"\n{SpecPrinter.Print(members)}\n{CsvPrinter.Print(members, memberTable, 1, new CoverageCounter())}"
            : report;
    }

    private Disagreement? Check(Spec spec, DataTable table)
    {
        if (CompiledSpec.Create(spec).Compiled is not { } compiled)
        {
            return null;
        }

        if (_needsGeneratedCode && !GeneratedCode.Compile([compiled]).IsEmpty)
        {
            return null;
        }

        return Comparer.Check(compiled, table, new CoverageCounter(), _mutation);
    }
}
