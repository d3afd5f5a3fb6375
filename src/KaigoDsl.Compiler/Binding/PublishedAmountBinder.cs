using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Symbols;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Binding;

/// <summary>
/// Published figures about money: <c>配分.推進.予算</c>, <c>配分.推進.基本.交付額</c>, <c>配分.推進.基本.1.団体数</c>, where 推進 is an allocation of the
/// framework's year and entity, 基本 one of its 枠 and 1 one of that 枠's 区分.
/// </summary>
internal sealed class PublishedAmountBinder(DeclarationTable table, Reporter reporter, PublishedSymbol published, SourceText source)
{
    private static readonly string[] s_figures = ["予算", "交付額", "残余", "団体数"];

    /// <summary>The figure; <see langword="null"/> when it is about nothing (reported).</summary>
    public PublishedAmountFigure? Bind(PublishedValueSyntax syntax)
    {
        var labels = syntax.Path.Labels();
        var tokens = syntax.Path.LabelTokens();
        var (allocation, pool, sizeClass, used) = Find(labels, tokens);
        if (allocation is null)
        {
            return null;
        }

        if (labels.Count == used)
        {
            return ReportFigure(tokens[used - 1], labels[used - 1]);
        }

        if (FigureOf(labels[used]) is not { } kind || labels.Count > used + 1)
        {
            return ReportFigure(tokens[used], labels[used]);
        }

        var wanted = kind == AmountFigureKind.EntityCount ? Dimension.Entities : Dimension.Of("円");
        var hint = Hint.Of("予算・交付額・残余は `円` や `千円`、団体数は `団体` で書いてください。", "budget, payment and residue are in `円` or `千円`, entity_count in `団体`.");
        return PublishedNumber.Read(syntax, wanted, hint, table, reporter, source) is { } number
            ? new PublishedAmountFigure(allocation, pool, sizeClass, kind, number.Value, number.Precision, syntax.Value.At(source))
            : null;
    }

    /// <summary>The thing a path is about, and how many labels name it. 枠 and 区分 come before figures of the same name.</summary>
    private (AllocationSymbol? Allocation, PoolSymbol? Pool, SizeClassSymbol? Class, int Used) Find(
        IReadOnlyList<string> labels, IReadOnlyList<SyntaxToken> tokens)
    {
        var framework = published.Framework;
        var siblings = table.Allocations.Where(a => a.FiscalYear == framework.FiscalYear && a.EntityLabel == framework.EntityLabel).ToArray();
        var allocation = labels.Count < 2 ? null : Array.Find(siblings, a => a.Label == labels[1]);
        if (allocation is null)
        {
            ReportUnknown(
                tokens[Math.Min(1, tokens.Count - 1)], siblings.Select(a => a.Label),
                siblings.Length == 0
                    ? Hint.Of($"{framework.Label} に配分はありません。", $"There is no allocation for {framework.Label}.")
                    : Hint.Of($"配分は {string.Join("・", siblings.Select(a => a.Label))} です。", $"There are: {string.Join(", ", siblings.Select(a => a.Label))}."));
            return default;
        }

        var pool = labels.Count < 3 ? null : allocation.Pools.Find(p => p.Label == labels[2]);
        if (pool is null)
        {
            if (labels.Count > 3)
            {
                ReportUnknown(
                    tokens[2], allocation.Pools.Select(p => p.Label),
                    Hint.Of($"{allocation.Label} の枠は {string.Join("・", allocation.Pools.Select(p => p.Label))} です。", $"The pools of {allocation.Label} are: {string.Join(", ", allocation.Pools.Select(p => p.Label))}."));
                return default;
            }

            return (allocation, null, null, 2);
        }

        var classes = pool.Sizes?.Classes ?? [];
        var sizeClass = labels.Count < 4 ? null : classes.Find(c => c.Label == labels[3]);
        if (sizeClass is null && labels.Count > 4)
        {
            ReportUnknown(
                tokens[3], classes.Select(c => c.Label),
                classes.Count == 0
                    ? Hint.Of($"枠 {pool.Label} に 規模 はありません。", $"The pool {pool.Label} has no size classes.")
                    : Hint.Of($"枠 {pool.Label} の区分は {string.Join("・", classes.Select(c => c.Label))} です。", $"The classes of {pool.Label} are: {string.Join(", ", classes.Select(c => c.Label))}."));
            return default;
        }

        return (allocation, pool, sizeClass, sizeClass is null ? 3 : 4);
    }

    /// <summary>Money of one entity is what it is paid; everything else is about all of them.</summary>
    private AmountFigureKind? FigureOf(string label) => label switch
    {
        "交付額" or "payment" => AmountFigureKind.Payment,
        _ when published.Subject is not null => null,
        "予算" or "budget" => AmountFigureKind.Budget,
        _ => SyntaxFacts.FindKeyword(label)?.Kind switch
        {
            SyntaxKind.ResidueKeyword => AmountFigureKind.Rest,
            SyntaxKind.EntityCountKeyword => AmountFigureKind.EntityCount,
            _ => null,
        },
    };

    private PublishedAmountFigure? ReportFigure(SyntaxToken token, string label)
    {
        var near = NearestName.Find(label, published.Subject is null ? s_figures : ["交付額"]);
        reporter.Report(Descriptors.UnknownAmountFigure, token.At(source), [], Reporter.Replace(token.At(source), near), label);
        return null;
    }

    private void ReportUnknown(SyntaxToken token, IEnumerable<string> candidates, LocalizedText known)
    {
        var near = NearestName.Find(LabelText.Of(token), candidates);
        reporter.Report(
            Descriptors.UnknownName, token.At(source), [], Reporter.Replace(token.At(source), near), LabelText.Of(token), Hint.DidYouMean(near, known));
    }
}
