using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Symbols;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Binding;

/// <summary>試験 syntax → given cells and bound expectations.</summary>
internal sealed class TestBinder(DeclarationTable table, DeclarationBinder declarations, RuleSets ruleSets, Reporter reporter)
{
    public TestSymbol? Bind(TestDeclarationSyntax syntax, SourceText source)
    {
        var givens = syntax.Members.OfType<GivenClauseSyntax>().ToArray();
        if (givens.Length == 0)
        {
            reporter.Report(
                Descriptors.MissingPart, syntax.Keyword.At(source), "`試験`", "`与える`",
                Hint.Of("`与える 令和7年度.市町村 { 全項目 該当 }` のように書いてください。", "Write e.g. `与える 令和7年度.市町村 { 全項目 該当 }`."));
            return null;
        }

        if (!syntax.Members.OfType<ExpectClauseSyntax>().Any())
        {
            reporter.Report(
                Descriptors.MissingPart, syntax.Keyword.At(source), "`試験`", "`期待`",
                Hint.Of("`期待 得点 = 800点` のように書いてください。", "Write e.g. `期待 得点 = 800点`."));
        }

        if (FindSubject(givens[0].Framework, source) is not { } subject)
        {
            return null;
        }

        var (framework, rules) = subject;
        var test = new TestSymbol(StringLiteral.Unquote(syntax.Title.Text), framework, rules?.Symbol, syntax.Title.At(source));
        var expressions = rules is null
            ? new ExpressionBinder(table, reporter, source, framework, null)
            : rules.Expressions(new RuleScope(rules, null), source);
        foreach (var given in givens.SelectMany(g => g.Members).OfType<GivenValueSyntax>())
        {
            if (BindGiven(framework, rules?.Symbol, expressions, given, source) is { } cell)
            {
                test.Givens.Add(cell);
            }
        }

        foreach (var expect in syntax.Members.OfType<ExpectClauseSyntax>())
        {
            test.Expectations.Add((expressions.BindTruth(expect.Condition), CanonicalText.Of(expect.Condition), expect.Condition.At(source)));
        }

        return test;
    }

    // 令和7年度.市町村 is a framework; 市町村 alone the rules of an entity, on its latest framework if it has one.
    private (FrameworkSymbol? Framework, RulesBinder? Rules)? FindSubject(PathSyntax path, SourceText source)
    {
        var labels = path.Elements.OfType<LabelSyntax>().ToArray();
        if (labels.Length == 2)
        {
            return PublishedBinder.FindFramework(table, reporter, labels[0], labels[1], source) is { } framework
                ? (framework, ruleSets.Find(framework))
                : null;
        }

        if (labels.Length == 1 && !path.IsMissing && table.Entities.Labels.Contains(LabelText.Of(labels[0])))
        {
            if (declarations.FindEntity(labels[0], source) is not { } entity)
            {
                return null;
            }

            if (ruleSets.Find(entity) is { } rules)
            {
                return (rules.Symbol.Framework, rules);
            }
        }

        if (!path.IsMissing)
        {
            reporter.Report(
                Descriptors.UnknownFramework, path.At(source), path.ToString(),
                Hint.Of(
                    "`令和7年度.市町村` のように年度と対象を書いてください。判定や算式だけの試験では、それらのある対象だけでも書けます。",
                    "Write year and entity: `令和7年度.市町村`; for a test of decisions or formulas alone, the entity they are about."));
        }

        return null;
    }

    private GivenCell? BindGiven(
        FrameworkSymbol? framework, RulesSymbol? rules, ExpressionBinder expressions, GivenValueSyntax syntax, SourceText source)
    {
        var labels = syntax.Target.Labels();
        if (labels.Count == 0 || syntax.Target.IsMissing)
        {
            return null;
        }

        var location = syntax.Target.At(source);
        var answer = syntax.Answer is { IsMissing: false } token ? SyntaxFacts.GetKeyword(token.Kind)?.Japanese : null;
        if (labels.Count == 1 && SyntaxFacts.FindKeyword(labels[0])?.Kind == SyntaxKind.AllItemsKeyword)
        {
            return answer is null ? Misfit(location, "全項目", "該当・非該当・未実施・未報告", "an answer") : new GivenCell(null, null, answer);
        }

        if (labels.Count == 1 && FindColumn(framework, rules, labels[0]) is { } column)
        {
            return BindColumnValue(expressions, column, syntax, location);
        }

        if (expressions.FindNode(labels) is not { } node)
        {
            var names = ColumnsOf(framework, rules).Select(c => c.Label).Concat(framework?.TopLabels ?? []);
            var near = labels.Count == 1 ? NearestName.Find(labels[0], names) : null;
            var subject = framework?.Label ?? rules?.Entity.Label;
            reporter.Report(
                Descriptors.UnknownName, location, [], Reporter.Replace(location, near), string.Join(".", labels),
                Hint.DidYouMean(near, Hint.Of($"{subject} にありません。", $"It is not part of {subject}.")));
            return null;
        }

        if (node.Kind == NodeKind.Item)
        {
            return answer is null ? Misfit(location, node.Path, "該当・非該当・未実施・未報告", "an answer") : new GivenCell(null, node, answer);
        }

        var given = syntax.Value is null ? null : expressions.Bind(syntax.Value);
        return node.Rule is ScoreRule.Input or ScoreRule.Unconfirmed
            && given is BoundNumber { Type.Kind: ValueKind.Quantity } points
            && points.Type.Dimension.Equals(Dimension.Points)
            ? new GivenCell(null, node, points.Value.ToString())
            : Misfit(location, node.DisplayPath, "得点入力の `= 12点` のような点数", "points, for a node marked 得点入力");
    }

    private GivenCell? BindColumnValue(ExpressionBinder expressions, ColumnSymbol column, GivenValueSyntax syntax, TextLocation location)
    {
        if (column.Type.IsError)
        {
            return null;
        }

        if (column.Type.Kind == ValueKind.Enumeration && syntax.Value is NameExpressionSyntax { Path: var path }
            && path.Labels() is { Count: 1 } member && column.Members.Contains(member[0]))
        {
            return new GivenCell(column, null, member[0]);
        }

        var value = syntax.Value is null ? null : expressions.Bind(syntax.Value);
        if (value is { Type.IsError: true })
        {
            return null;
        }

        var cell = (column.Type.Kind, value) switch
        {
            (ValueKind.Quantity, not null) when value.Type.Kind == ValueKind.Quantity && value.Type.Dimension.Equals(column.Type.Dimension) =>
                ConstantFolder.Fold(value) is { } number ? (number / column.UnitFactor).ToString() : null,
            (ValueKind.FiscalYear, BoundNumber { Type.Kind: ValueKind.FiscalYear } year) => year.Value.ToString(),
            (ValueKind.Truth, BoundTruth truth) => truth.Value ? "真" : "偽",
            (ValueKind.Text or ValueKind.Reference or ValueKind.Date, BoundText { Type.Kind: ValueKind.Text } text) => text.Value,
            _ => null,
        };
        return cell is null
            ? Misfit(location, column.Label, $"`= …` で {column.Type} の値", $"a value of {column.Type} with `=`")
            : new GivenCell(column, null, cell);
    }

    private static ColumnSymbol? FindColumn(FrameworkSymbol? framework, RulesSymbol? rules, string label) =>
        framework?.FindInput(label)
        ?? (rules?.Inputs ?? framework?.RuleInputs)?.Find(c => c.Label == label)
        ?? (framework?.Entity?.Attributes ?? rules?.Entity.Attributes)?.Find(c => c.Label == label);

    private static IEnumerable<ColumnSymbol> ColumnsOf(FrameworkSymbol? framework, RulesSymbol? rules) =>
        (framework?.AllNodes.SelectMany(n => n.Inputs) ?? [])
            .Concat(rules?.Inputs ?? framework?.RuleInputs ?? [])
            .Concat(framework?.Entity?.Attributes ?? rules?.Entity.Attributes ?? []);

    private GivenCell? Misfit(TextLocation location, string target, string japanese, string english)
    {
        reporter.Report(Descriptors.BadGivenValue, location, target, Hint.Of(japanese, english));
        return null;
    }
}
