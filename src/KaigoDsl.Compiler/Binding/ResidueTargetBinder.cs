using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Symbols;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Binding;

/// <summary>Where a residue goes: <c>枠へ 成果</c>, <c>配分へ 支援</c>, <c>配分へ 支援.基本</c>, <c>配分へ 令和7年度.都道府県.支援</c>.</summary>
internal sealed class ResidueTargetBinder(
    Reporter reporter, SourceText source, DeclarationTable table, AllocationSymbol allocation, PoolSymbol? pool)
{
    /// <summary>Fills the target of a residue; <see langword="false"/> when there is none (reported).</summary>
    public bool Bind(ResidueSymbol residue, SyntaxToken fate, PathSyntax path)
    {
        var labels = path.Labels();
        if (labels.Count == 0 || path.IsMissing)
        {
            return false;
        }

        return fate.Kind == SyntaxKind.ToPoolKeyword ? BindPool(residue, labels, path) : BindAllocation(residue, labels, path);
    }

    private bool BindPool(ResidueSymbol residue, IReadOnlyList<string> labels, PathSyntax path)
    {
        if (labels.Count != 1 || allocation.Pools.Find(p => p.Label == labels[0]) is not { } target)
        {
            return ReportUnknown(path, labels, allocation.Pools.Select(p => p.Label));
        }

        // What is left of the whole is known when all 枠 are divided.
        if (pool is null || target.Index <= pool.Index)
        {
            reporter.Report(
                Descriptors.ResidueFlowsBack, path.At(source), [Reporter.DeclaredHere(target)], null, pool?.Label ?? allocation.Label, target.Label);
            return false;
        }

        residue.Pool = target;
        return true;
    }

    private bool BindAllocation(ResidueSymbol residue, IReadOnlyList<string> labels, PathSyntax path)
    {
        var isFull = labels.Count is 3 or 4 && FiscalYearLiteral.TryParse(labels[0], out _);
        FiscalYearLiteral.TryParse(isFull ? labels[0] : string.Empty, out var year);
        var (wantedYear, entity, rest) = isFull
            ? (year, labels[1], labels.Skip(2).ToArray())
            : (allocation.FiscalYear, allocation.EntityLabel, labels.ToArray());
        var siblings = table.Allocations.Where(a => a.FiscalYear == wantedYear && a.EntityLabel == entity).ToArray();
        if (rest.Length > 2 || siblings.FirstOrDefault(a => a.Label == rest[0]) is not { } target)
        {
            return ReportUnknown(path, labels, siblings.Where(a => !ReferenceEquals(a, allocation)).Select(a => a.Label));
        }

        if (ReferenceEquals(target, allocation))
        {
            reporter.Report(
                Descriptors.ResidueFlowsBack, path.At(source), [Reporter.DeclaredHere(target)], null, pool?.Label ?? allocation.Label, target.Label);
            return false;
        }

        residue.Allocation = target;
        if (rest.Length == 1)
        {
            return true;
        }

        residue.Pool = target.Pools.Find(p => p.Label == rest[1]);
        return residue.Pool is not null || ReportUnknown(path, labels, target.Pools.Select(p => target.Label + "." + p.Label));
    }

    private bool ReportUnknown(PathSyntax path, IReadOnlyList<string> labels, IEnumerable<string> candidates)
    {
        var known = candidates.ToArray();
        var written = string.Join(".", labels);
        var near = NearestName.Find(written, known);
        var hint = known.Length == 0
            ? Hint.Of("ほかに行き先になるものがありません。", "There is nothing else it could go into.")
            : Hint.Of($"あるのは {string.Join("・", known)} です。", $"There are: {string.Join(", ", known)}.");
        reporter.Report(
            Descriptors.UnknownResidueTarget, path.At(source), [], Reporter.Replace(path.At(source), near), written, Hint.DidYouMean(near, hint));
        return false;
    }
}
