using System.Collections.Immutable;
using System.Globalization;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Symbols;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Binding;

/// <summary>Framework syntax → its tree of nodes with inputs, points and notes; expressions follow in <see cref="ConditionBinder"/>.</summary>
internal sealed class FrameworkBinder(DeclarationTable table, DeclarationBinder declarations, Reporter reporter)
{
    private readonly Dictionary<string, ColumnSymbol> _headers = new(StringComparer.Ordinal);
    private readonly Dictionary<SharedGroupSymbol, NodeSymbol> _shared = [];
    private readonly List<NodeSyntaxPair> _pairs = [];
    private readonly List<(NodeSymbol Total, TotalDeclarationSyntax Syntax)> _totals = [];

    /// <summary>Binds the tree of one framework and of the shared groups it refers to.</summary>
    public BoundFramework Bind(FrameworkDeclarationSyntax syntax, SourceText source)
    {
        var yearText = LabelText.Of(syntax.Year);
        if (!FiscalYearLiteral.TryParse(yearText, out var year) && !syntax.Year.IsMissing)
        {
            reporter.Report(Descriptors.BadFiscalYear, syntax.Year.At(source), yearText);
        }

        var entity = syntax.Entity.IsMissing ? null : declarations.FindEntity(syntax.Entity, source);
        var entityLabel = LabelText.Of(syntax.Entity);
        var location = syntax.Year.At(source);
        var root = new NodeSymbol(string.Empty, location, NodeKind.Framework, null)
        {
            Rule = ScoreRule.Sum,
            Documentation = HeaderParts.Documentation(syntax.Keyword),
        };
        var framework = new FrameworkSymbol(yearText + " " + entityLabel, location, year, entity, entityLabel, root, syntax);
        foreach (var attribute in entity?.Attributes ?? [])
        {
            _headers[attribute.Label] = attribute;
        }

        ReadParts(root, syntax.Parts, source);
        BindBody(framework, root, syntax.Body, source);
        // A total may name what is written behind it, so its terms wait for the whole tree.
        foreach (var (total, declaration) in _totals)
        {
            BindTerms(framework, total, declaration, source);
        }

        framework.Complete();
        return new BoundFramework(framework, [.. _pairs]);
    }

    private void BindBody(FrameworkSymbol framework, NodeSymbol node, BodySyntax body, SourceText source)
    {
        var types = new TypeBinder(table, reporter, source);
        foreach (var member in body.Members)
        {
            switch (member)
            {
                case NodeDeclarationSyntax child:
                    BindChild(framework, node, child, source);
                    break;
                case PeriodClauseSyntax period:
                    BindPeriod(node, period, source);
                    break;
                case NoteClauseSyntax { Note: var note }:
                    HeaderParts.ReadNote(node, note);
                    break;
                case InputDeclarationSyntax { Label.IsMissing: false } input:
                    BindInput(framework, node, types.BindColumn(input.Label, input.Type, input.Parts, isInput: true));
                    break;
                case TotalDeclarationSyntax { Label.IsMissing: false } total:
                    BindTotal(framework, node, total, source);
                    break;
                case RankingClauseSyntax ranking when node.Kind is not (NodeKind.Indicator or NodeKind.Series):
                    reporter.Report(
                        Descriptors.MisplacedPart, ranking.Keyword.At(source), "`順位`", NodeLevels.Name(node.Kind),
                        Hint.Of("指標か系列の中に書いてください。", "Write it inside an indicator or a series."));
                    break;
            }
        }
    }

    private void BindTotal(FrameworkSymbol framework, NodeSymbol node, TotalDeclarationSyntax syntax, SourceText source)
    {
        if (node.Kind != NodeKind.Framework)
        {
            reporter.Report(
                Descriptors.MisplacedPart, syntax.Keyword.At(source), "`集計`", NodeLevels.Name(node.Kind),
                Hint.Of("評価体系のすぐ下に書いてください。", "Write it directly inside the framework."));
            return;
        }

        var total = new NodeSymbol(LabelText.Of(syntax.Label), syntax.Label.At(source), NodeKind.Total, node)
        {
            Documentation = HeaderParts.Documentation(syntax.Keyword),
        };
        if (framework.FindTop(total.Label) is { } twin)
        {
            reporter.Report(Descriptors.DuplicateLabel, total.Location, [Reporter.DeclaredHere(twin)], null, total.Label, "評価体系");
        }

        ReadParts(total, syntax.Parts, source);
        framework.Totals.Add(total);
        _totals.Add((total, syntax));
    }

    private void BindTerms(FrameworkSymbol framework, NodeSymbol total, TotalDeclarationSyntax syntax, SourceText source)
    {
        var paths = new NodePathBinder(framework, reporter, source);
        foreach (var path in syntax.Terms.OfType<PathSyntax>())
        {
            if (paths.Bind(path.Labels(), path.LabelTokens()) is not { } term)
            {
                continue;
            }

            if (ReferenceEquals(term, total))
            {
                reporter.Report(Descriptors.Cycle, path.At(source), $"`{total.Label}` → `{total.Label}`");
                continue;
            }

            total.Terms.Add(term);
        }
    }

    private void BindInput(FrameworkSymbol framework, NodeSymbol node, ColumnSymbol input)
    {
        ColumnSymbol? clash = null;
        var reserved = framework.Entity is { } entity && (input.Label == entity.KeyLabel || input.Label == entity.NameLabel);
        if (reserved || _headers.TryGetValue(input.Label, out clash))
        {
            reporter.Report(
                Descriptors.DuplicateDeclaration,
                input.Location,
                clash is null ? [] : [Reporter.DeclaredHere(clash)],
                null,
                Hint.Of("列", "The column"),
                input.Label);
        }
        else
        {
            _headers.Add(input.Label, input);
        }

        node.Inputs.Add(input);
    }

    private void BindPeriod(NodeSymbol node, PeriodClauseSyntax syntax, SourceText source)
    {
        var text = LabelText.Of(syntax.Year);
        if (!FiscalYearLiteral.TryParse(text, out _) && !syntax.Year.IsMissing)
        {
            reporter.Report(Descriptors.BadFiscalYear, syntax.Year.At(source), text);
            return;
        }

        node.Period = text + (syntax.IncludingPlanned is null ? string.Empty : " 予定を含む");
    }

    private void BindChild(FrameworkSymbol framework, NodeSymbol parent, NodeDeclarationSyntax syntax, SourceText source)
    {
        var kind = NodeLevels.FromKeyword(syntax.Keyword.Kind);
        if (!NodeLevels.MayContain(parent.Kind, kind))
        {
            reporter.Report(
                Descriptors.MisplacedNode, syntax.Keyword.At(source), NodeLevels.Name(kind), NodeLevels.Name(parent.Kind),
                Hint.Of($"ここに置けるのは {NodeLevels.AllowedInside(parent.Kind)} です。", $"Allowed here: {NodeLevels.AllowedInside(parent.Kind)}."));
            return;
        }

        if (syntax.Label.IsMissing)
        {
            return;
        }

        var node = new NodeSymbol(LabelText.Of(syntax.Label), syntax.Label.At(source), kind, parent);
        if (parent.Children.Find(c => c.Label == node.Label) is { } twin)
        {
            reporter.Report(
                Descriptors.DuplicateLabel, node.Location, [Reporter.DeclaredHere(twin)], null, node.Label,
                parent.Path.Length == 0 ? "評価体系" : parent.Path);
        }

        parent.Children.Add(node);
        Fill(framework, node, syntax, source);
    }

    private void Fill(FrameworkSymbol framework, NodeSymbol node, NodeDeclarationSyntax syntax, SourceText source)
    {
        _pairs.Add(new NodeSyntaxPair(node, syntax));
        node.Documentation = HeaderParts.Documentation(syntax.Keyword);
        ReadParts(node, syntax.Parts, source);
        if (node.Kind == NodeKind.Item && node.StatedPoints is null && !syntax.Parts.Any(p => p is PointsPartSyntax))
        {
            reporter.Report(Descriptors.MissingPoints, node.Location, node.Label);
        }

        if (syntax.Reference is { } reference)
        {
            node.Rule = ScoreRule.Reference;
            node.Reference = reference.IsMissing ? null : BindShared(framework, reference, source);
        }

        if (syntax.Body is { } body)
        {
            BindBody(framework, node, body, source);
        }
    }

    private NodeSymbol? BindShared(FrameworkSymbol framework, LabelSyntax reference, SourceText source)
    {
        var label = LabelText.Of(reference);
        var group = table.SharedGroups.Find(label, source.Path, out var rivals);
        if (group is null)
        {
            if (rivals.Count > 0)
            {
                foreach (var rival in rivals)
                {
                    rival.IsUsed = true;
                }

                reporter.Report(Descriptors.AmbiguousName, reference.At(source), [.. rivals.Select(Reporter.DeclaredHere)], null, label);
                return null;
            }

            var near = NearestName.Find(label, table.SharedGroups.Labels);
            reporter.Report(
                Descriptors.UnknownSharedGroup,
                reference.At(source),
                [],
                Reporter.Replace(reference.At(source), near),
                label,
                Hint.DidYouMean(near, Hint.Of(
                    $"評価体系の外に `指標群 {label} …` を書いてください。", $"Declare `指標群 {label} …` outside the framework.")));
            return null;
        }

        group.IsUsed = true;
        if (!_shared.TryGetValue(group, out var node))
        {
            node = new NodeSymbol(group.Label, group.Location, NodeKind.Group, null);
            _shared.Add(group, node);
            framework.SharedGroups.Add(node);
            Fill(framework, node, group.Syntax, group.Location.Source);
        }

        return node;
    }

    private void ReadParts(NodeSymbol node, ImmutableArray<HeaderPartSyntax> parts, SourceText source)
    {
        HeaderParts.ReadNotes(node, parts);
        foreach (var part in parts)
        {
            // The parser has reported parts that have no meaning at this level; here they are merely not read.
            if ((HeaderPartFacts.OwnersOf(part) & OwnerOf(node.Kind)) == 0)
            {
                continue;
            }

            switch (part)
            {
                case PointsPartSyntax points:
                    node.PointsLocation = points.At(source);
                    node.StatedPoints = ParsePoints(points.Number, source);
                    break;
                case CapPartSyntax cap:
                    node.Cap = ParsePoints(cap.Number, source);
                    break;
                case FlagPartSyntax { Flag.Kind: SyntaxKind.NewKeyword }:
                    node.Lineage.Add(new LineagePlan(LineageKind.New, []));
                    break;
                case FlagPartSyntax flag:
                    ReadFlag(node, flag);
                    break;
                case LineagePartSyntax lineage:
                    ReadLineage(node, lineage);
                    break;
            }
        }
    }

    private static HeaderOwner OwnerOf(NodeKind kind) => kind switch
    {
        NodeKind.Framework => HeaderOwner.Framework,
        NodeKind.Item => HeaderOwner.Item,
        _ => HeaderOwner.Node,
    };

    private int? ParsePoints(SyntaxToken token, SourceText source)
    {
        var literal = NumberLiteral.Parse(token.Text);
        if (!literal.IsValid)
        {
            return null;
        }

        var isPoints = SyntaxFacts.FindUnit(literal.Unit) is { Dimension: "点" };
        if (!isPoints || !literal.Value.IsInteger || literal.Value.Sign < 0 || literal.Value > 1_000_000)
        {
            reporter.Report(Descriptors.BadPoints, token.At(source), token.Text);
            return null;
        }

        return int.Parse(literal.Value.ToString(), CultureInfo.InvariantCulture);
    }

    private static void ReadFlag(NodeSymbol node, FlagPartSyntax part) => node.Rule = part.Flag.Kind switch
    {
        SyntaxKind.BetterOfKeyword => ScoreRule.Best,
        SyntaxKind.PointsInputKeyword => ScoreRule.Input,
        SyntaxKind.PointsUnconfirmedKeyword => ScoreRule.Unconfirmed,
        _ => node.Rule,
    };

    private static void ReadLineage(NodeSymbol node, LineagePartSyntax part)
    {
        var kind = part.Keyword.Kind switch
        {
            SyntaxKind.MergesKeyword => LineageKind.Merged,
            SyntaxKind.SplitFromKeyword => LineageKind.Split,
            _ => LineageKind.Successor,
        };
        node.Lineage.Add(new LineagePlan(kind, part.Paths.OfType<PathSyntax>().Select(p => string.Join(".", p.Labels())).ToImmutableArray()));
    }
}
