using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Symbols;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Text;
using ValueType = KaigoDsl.Compiler.Symbols.ValueType;

namespace KaigoDsl.Compiler.Binding;

/// <summary>
/// Names: inputs from the node outwards, items beside the expression, attributes, constants, then scores. A path is sought from the node
/// outwards, in the framework, then among shared groups.
/// </summary>
internal sealed partial class ExpressionBinder
{
    private BoundExpression BindName(NameExpressionSyntax syntax)
    {
        var location = At(syntax);
        var labels = syntax.Path.Labels();
        if (labels.Count == 0 || syntax.Path.IsMissing)
        {
            return new BoundError(location);
        }

        if (membersOf is not null)
        {
            return BindMemberName(syntax.Path, labels, location);
        }

        if (IsMembersKeyword(labels[0]))
        {
            reporter.Report(Descriptors.AggregateMisused, location, Hint.Of(
                "`管内` で始まる値は `管内.市町村.得点 の平均` のように集計してください。",
                "A value that begins with `管内` must be aggregated: `管内.市町村.得点 の平均`."));
            return new BoundError(location);
        }

        return ResolvePath(labels, location) ?? ReportUnknownName(syntax.Path, labels, location);
    }

    // Only constants are asked for alone among the members' values; nothing else there goes without 管内.
    private bool ResolvesAlone(PathSyntax path) => membersOf is null
        ? ResolvePath(path.Labels(), At(path)) is not null
        : ResolveAmongMembers(path.Labels(), At(path)) is not null;

    private static bool IsScoreKeyword(string label) => SyntaxFacts.FindKeyword(label)?.Kind == SyntaxKind.ScoreKeyword;

    private static bool IsMembersKeyword(string label) => SyntaxFacts.FindKeyword(label)?.Kind == SyntaxKind.MembersKeyword;

    /// <summary>What a path means here; <see langword="null"/> when nothing bears it.</summary>
    internal BoundExpression? ResolvePath(IReadOnlyList<string> labels, TextLocation location)
    {
        if (rules?.Resolve(labels, location, source, _depth) is { } rule)
        {
            return rule;
        }

        if (labels.Count == 1)
        {
            return ResolveSingle(labels[0], location);
        }

        if (IsScoreKeyword(labels[labels.Count - 1]))
        {
            return FindNode(labels.Take(labels.Count - 1).ToArray()) is { } scored ? new BoundScore(scored, null, location) : null;
        }

        return FindNode(labels) switch
        {
            { Kind: NodeKind.Item } item => new BoundItem(item, location),
            { } node => ReportScoreNeeded(node, labels, location),
            null => null,
        };
    }

    /// <summary>The node a path leads to, from the scope outwards; <see langword="null"/> when there is none.</summary>
    internal NodeSymbol? FindNode(IReadOnlyList<string> labels)
    {
        if (framework is null)
        {
            return null;
        }

        foreach (var from in (scope ?? framework.Root).SelfAndAncestors().Append(framework.Root))
        {
            if (Descend(from, labels, 0) is { } found)
            {
                return found;
            }
        }

        return framework.FindTop(labels[0]) is { } top ? Descend(top, labels, 1) : null;
    }

    private static NodeSymbol? Descend(NodeSymbol from, IReadOnlyList<string> labels, int start)
    {
        NodeSymbol? node = from;
        for (var i = start; i < labels.Count && node is not null; i++)
        {
            node = node.FindChild(labels[i]);
        }

        return node;
    }

    private BoundExpression? ResolveSingle(string label, TextLocation location)
    {
        if (framework is not null)
        {
            foreach (var node in (scope ?? framework.Root).SelfAndAncestors())
            {
                if (node.Inputs.Find(i => i.Label == label) is { } input)
                {
                    return new BoundColumn(input, location);
                }

                if (node.Children.Find(c => c.Kind == NodeKind.Item && c.Label == label) is { } item)
                {
                    return new BoundItem(item, location);
                }
            }

            // 試験 and conditions at the top may name any input; labels of inputs are unique in a framework.
            if (scope is null && framework.FindInput(label) is { } anyInput)
            {
                return new BoundColumn(anyInput, location);
            }

            if (framework.Entity?.Attributes.Find(a => a.Label == label) is { } attribute)
            {
                return new BoundColumn(attribute, location);
            }

            if (IsScoreKeyword(label))
            {
                return new BoundScore(framework.Root, null, location);
            }
        }

        if (framework is null && rules?.Rules.Symbol.Entity.Attributes.Find(a => a.Label == label) is { } own)
        {
            return new BoundColumn(own, location);
        }

        return ResolveConstant(label, location)
            ?? (framework is not null && FindNode([label]) is { } bare ? ReportScoreNeeded(bare, [label], location) : null);
    }

    /// <summary>A constant or a fiscal year: what means the same in every framework.</summary>
    private BoundExpression? ResolveConstant(string label, TextLocation location)
    {
        if (table.Constants.Find(label, source.Path, out var rivals) is { } constant)
        {
            return new BoundConstant(constant, location);
        }

        if (rivals.Count > 0)
        {
            reporter.Report(Descriptors.AmbiguousName, location, [.. rivals.Select(Reporter.DeclaredHere)], null, label);
            return new BoundError(location);
        }

        return FiscalYearLiteral.TryParse(label, out var year) ? new BoundNumber(year, ValueType.FiscalYear, location) : null;
    }

    private BoundError ReportScoreNeeded(NodeSymbol node, IReadOnlyList<string> labels, TextLocation location)
    {
        var path = string.Join(".", labels);
        reporter.Report(
            Descriptors.ScoreNeeded, location, [Reporter.DeclaredHere(node)], new SuggestedFix(location.Span, path + ".得点"), path);
        return new BoundError(location);
    }

    private BoundError ReportUnknownName(PathSyntax path, IReadOnlyList<string> labels, TextLocation location)
    {
        if (labels.Count > 1 && rules?.MemberNames(labels[0], source) is { } memberNames)
        {
            return ReportUnknownMember(path, labels, memberNames, location);
        }

        // Blame the first label that leads nowhere, and suggest among what does exist there.
        var depth = 0;
        while (labels.Count > 1 && depth < labels.Count - 1 && FindNode(labels.Take(depth + 1).ToArray()) is not null)
        {
            depth++;
        }

        var token = path.LabelTokens()[depth];
        var candidates = depth == 0 ? VisibleNames(labels.Count > 1) : ChildNames(FindNode(labels.Take(depth).ToArray()));
        var elsewhere = depth > 0 ? null : framework?.FindInput(labels[0]);
        if (elsewhere is not null)
        {
            reporter.Report(
                Descriptors.UnknownName, token.At(source), [Reporter.DeclaredHere(elsewhere)], null, labels[0], Hint.Of(
                    "同じ名前の入力がありますが、ここからは見えません。両方を含む段で宣言してください。",
                    "An input of that name exists but is not visible here. Declare it in a level that contains both."));
            return new BoundError(location);
        }

        var near = NearestName.Find(labels[depth], candidates);
        reporter.Report(
            Descriptors.UnknownName,
            token.At(source),
            [],
            Reporter.Replace(token.At(source), near),
            labels[depth],
            Hint.DidYouMean(near, Hint.Of("`入力` で宣言するか、綴りを確かめてください。", "Declare it with `入力`, or check its spelling.")));
        return new BoundError(location);
    }

    private static IEnumerable<string> ChildNames(NodeSymbol? node) =>
        node is null ? [] : (node.Reference ?? node).Children.Select(c => c.Label).Append("得点");

    private IEnumerable<string> VisibleNames(bool forPath)
    {
        foreach (var name in rules?.VisibleNames ?? [])
        {
            yield return name;
        }

        foreach (var constant in table.Constants.Labels)
        {
            yield return constant;
        }

        if (framework is null)
        {
            yield break;
        }

        foreach (var column in framework.AllNodes.SelectMany(n => n.Inputs).Concat(framework.Entity?.Attributes ?? []))
        {
            yield return column.Label;
        }

        foreach (var node in (scope ?? framework.Root).SelfAndAncestors())
        {
            foreach (var child in node.Children.Where(c => forPath || c.Kind == NodeKind.Item))
            {
                yield return child.Label;
            }
        }

        foreach (var top in framework.TopLabels.Where(_ => forPath))
        {
            yield return top;
        }

        yield return "得点";
    }

    private BoundExpression BindExcluding(ExcludingExpressionSyntax syntax)
    {
        var location = At(syntax);
        var operand = Bind(syntax.Operand);
        if (operand.Type.IsError)
        {
            return operand;
        }

        var indicator = scope?.SelfAndAncestors().FirstOrDefault(n => n.Kind == NodeKind.Indicator);
        if (operand is not BoundScore { Excluding: null } score || indicator is null || !Contains(score.Node, indicator, 0))
        {
            reporter.Report(Descriptors.ExcludingMisused, location);
            return new BoundError(location);
        }

        return score with { Excluding = indicator, Location = location };
    }

    private static bool Contains(NodeSymbol node, NodeSymbol sought, int depth) =>
        ReferenceEquals(node, sought)
        || (depth < 100 && (node.Reference is { } shared ? Contains(shared, sought, depth + 1) : node.Children.Any(c => Contains(c, sought, depth + 1))));
}
