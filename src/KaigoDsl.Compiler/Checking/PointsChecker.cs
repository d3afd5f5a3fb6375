using System.Collections.Immutable;
using KaigoDsl.Compiler.Binding;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Symbols;

namespace KaigoDsl.Compiler.Checking;

/// <summary>
/// Derives every full mark from the parts and compares it with the stated 配点. Unknown is never zero: where a part is unconfirmed
/// the stated figure stands, and only what is known below it is checked.
/// </summary>
internal sealed class PointsChecker(Reporter reporter)
{
    private readonly HashSet<NodeSymbol> _done = [];
    private readonly List<NodeSymbol> _open = [];

    public void Check(FrameworkSymbol framework)
    {
        foreach (var root in framework.Roots)
        {
            Derive(root);
        }
    }

    private int? Derive(NodeSymbol node)
    {
        if (_done.Contains(node))
        {
            return node.FullMark;
        }

        if (_open.Contains(node))
        {
            var circle = _open.SkipWhile(n => !ReferenceEquals(n, node)).Append(node).Select(n => "`" + n.DisplayPath + "`");
            reporter.Report(Descriptors.Cycle, node.Location, string.Join(" → ", circle));
            return node.StatedPoints;
        }

        _open.Add(node);
        node.FullMark = DeriveOpen(node);
        _open.Remove(node);
        _done.Add(node);
        return node.FullMark;
    }

    private int? DeriveOpen(NodeSymbol node)
    {
        foreach (var child in node.Children)
        {
            Derive(child);
        }

        switch (node.Rule)
        {
            case ScoreRule.Item:
                return node.StatedPoints;
            case ScoreRule.Reference:
                return CheckReference(node);
            case ScoreRule.Total:
                return CheckTotal(node);
            case ScoreRule.Input:
                CheckPartsIgnored(node, "得点入力");
                if (node.StatedPoints is null)
                {
                    reporter.Report(Descriptors.PointsInputNeedsPoints, node.Location, node.DisplayPath);
                }

                return node.StatedPoints;
            case ScoreRule.Unconfirmed:
                CheckUnconfirmed(node);
                return null;
            default:
                return CheckParts(node);
        }
    }

    private int? CheckReference(NodeSymbol node)
    {
        if (node.Reference is not { } shared)
        {
            return node.StatedPoints;
        }

        var whole = Derive(shared);
        var derived = whole is { } mark && node.Cap is { } cap ? Math.Min(mark, cap) : whole;
        if (derived is { } points && node.StatedPoints is { } stated && stated != points)
        {
            reporter.Report(
                Descriptors.PointsMismatch, node.PointsLocation, [Reporter.DeclaredHere(shared)], null, node.DisplayPath, stated, points,
                $"= {shared.Label} {points}点");
        }

        return derived ?? node.StatedPoints;
    }

    private int? CheckTotal(NodeSymbol node)
    {
        if (node.Terms.Count == 0)
        {
            reporter.Report(Descriptors.EmptyNode, node.Location, node.DisplayPath);
            return node.StatedPoints;
        }

        if (node.Terms.Any(t => Derive(t) is null))
        {
            return node.StatedPoints;
        }

        var total = node.Terms.Sum(t => (long)(t.FullMark ?? 0));
        if (node.StatedPoints is { } stated && stated != total)
        {
            reporter.Report(
                Descriptors.PointsMismatch,
                node.PointsLocation,
                [.. node.Terms.Select(PartOf)],
                null,
                node.DisplayPath,
                stated,
                total,
                string.Join(" + ", node.Terms.Select(t => t.DisplayPath + " " + t.FullMark)));
        }

        return (int)Math.Min(total, int.MaxValue);
    }

    private int? CheckParts(NodeSymbol node)
    {
        if (node.Children.Count == 0)
        {
            reporter.Report(Descriptors.EmptyNode, node.Location, node.Kind == NodeKind.Framework ? "評価体系" : node.DisplayPath);
            return node.StatedPoints;
        }

        if (node.Rule == ScoreRule.Best && node.Children.Count < 2)
        {
            reporter.Report(Descriptors.TooFewSeries, node.Location, node.DisplayPath, node.Children.Count);
        }

        // Children without a mark are unconfirmed, or have an error of their own; either way the total is not known from here.
        var known = node.Children.Where(c => c.FullMark is not null).ToArray();
        long total = node.Rule == ScoreRule.Best
            ? known.Length == 0 ? 0 : known.Max(c => c.FullMark ?? 0)
            : known.Sum(c => (long)(c.FullMark ?? 0));
        if (known.Length < node.Children.Count)
        {
            CheckRemainder(node, total);
            return node.StatedPoints;
        }

        long Capped(long sum) => node.Cap is { } cap && cap < sum ? cap : sum;
        var derived = Capped(total);
        if (node.Cap is { } loose && loose >= total)
        {
            reporter.Report(Descriptors.CapWithoutEffect, node.Location, node.DisplayPath, loose, total);
        }

        // Where a part disputes its own points (reported there), either reading of it is good enough here.
        var disputed = node.Children.Select(c => (long)(c.DisputedMark ?? c.FullMark ?? 0)).ToArray();
        var alternative = Capped(node.Rule == ScoreRule.Best ? disputed.Max() : disputed.Sum());
        if (node.StatedPoints is { } stated && stated != derived && stated != alternative)
        {
            reporter.Report(
                Descriptors.PointsMismatch,
                node.PointsLocation,
                [.. node.Children.Select(PartOf)],
                null,
                node.DisplayPath,
                stated,
                derived,
                Breakdown(node, derived));
            node.DisputedMark = (int)Math.Min(derived, int.MaxValue);
        }

        return node.StatedPoints ?? (int)Math.Min(derived, int.MaxValue);
    }

    private static RelatedLocation PartOf(NodeSymbol child) => new(
        child.PointsLocation,
        new LocalizedText($"`{child.Label}` {child.FullMark}点", $"`{child.Label}` {child.FullMark} points"));

    private static string Breakdown(NodeSymbol node, long derived)
    {
        var separator = node.Rule == ScoreRule.Best ? ", " : " + ";
        var parts = string.Join(separator, node.Children.Select(c => c.Label + " " + c.FullMark));
        var text = node.Rule == ScoreRule.Best ? "高い方(" + parts + ")" : parts;
        return node.Cap is { } cap && cap == derived ? "最大 " + cap + "点: " + text : text;
    }

    private void CheckRemainder(NodeSymbol node, long known)
    {
        var unconfirmed = node.Children.Find(c => c.Rule == ScoreRule.Unconfirmed);
        if (unconfirmed is not null && node.StatedPoints is { } stated && known >= stated && node.Rule == ScoreRule.Sum)
        {
            reporter.Report(
                Descriptors.UnconfirmedLeavesNothing, unconfirmed.Location, [PartOfStated(node)], null, node.DisplayPath, stated, known,
                unconfirmed.Label);
        }
    }

    private static RelatedLocation PartOfStated(NodeSymbol node) => new(
        node.PointsLocation, new LocalizedText("配点はここに書かれています", "the points are stated here"));

    private void CheckUnconfirmed(NodeSymbol node)
    {
        if (node.StatedPoints is not null)
        {
            reporter.Report(
                Descriptors.MisplacedPart, node.PointsLocation, $"{node.StatedPoints}点", "配点未確認",
                Hint.Of("配点が分かっているなら `配点未確認` を外してください。", "If the points are known, remove `配点未確認`."));
        }

        CheckPartsIgnored(node, "配点未確認");
        if (node.Parent is { StatedPoints: null } parent)
        {
            reporter.Report(
                Descriptors.UnconfirmedNeedsParent, node.Location, [Reporter.DeclaredHere(parent)], null, node.DisplayPath, parent.DisplayPath);
        }
    }

    private void CheckPartsIgnored(NodeSymbol node, string rule)
    {
        if (node.Cap is not null)
        {
            reporter.Report(
                Descriptors.MisplacedPart, node.Location, "`最大`", rule,
                Hint.Of("得点は入力されたとおりになります。", "The points are taken as they are given."));
        }

        if (node.Children.Find(c => c.Rule != ScoreRule.Unconfirmed) is { } child)
        {
            reporter.Report(
                Descriptors.PartsIgnored, child.Location, ImmutableArray.Create(Reporter.DeclaredHere(node)), null, node.DisplayPath, rule);
        }
    }
}
