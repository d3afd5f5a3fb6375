using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Symbols;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Binding;

/// <summary>公表値 syntax → figures bound to nodes.</summary>
internal sealed class PublishedBinder(DeclarationTable table, Reporter reporter)
{
    public PublishedSymbol? Bind(PublishedDeclarationSyntax syntax, SourceText source)
    {
        var framework = FindFramework(table, reporter, syntax.Year, syntax.Entity, source);
        if (framework is null)
        {
            return null;
        }

        var published = new PublishedSymbol(
            framework,
            syntax.Parts.OfType<SubjectPartSyntax>().Select(s => StringLiteral.Unquote(s.Text.Text)).FirstOrDefault(),
            syntax.Parts.OfType<EditionPartSyntax>().Select(e => StringLiteral.Unquote(e.Text.Text)).FirstOrDefault(),
            syntax.Parts.OfType<NotePartSyntax>().Where(n => n.Keyword.Kind == SyntaxKind.SourceKeyword)
                .Select(n => StringLiteral.Unquote(n.Text.Text)).FirstOrDefault(),
            syntax.Year.At(source));
        foreach (var member in syntax.Members.OfType<PublishedValueSyntax>())
        {
            var labels = member.Path.Labels();
            if (labels.Count == 0 || member.Value.IsMissing)
            {
                continue;
            }

            // A node called 配分 is a node.
            if (SyntaxFacts.FindKeyword(labels[0])?.Kind == SyntaxKind.AllocationKeyword && framework.FindTop(labels[0]) is null)
            {
                if (new PublishedAmountBinder(table, reporter, published, source).Bind(member) is { } amount)
                {
                    published.Amounts.Add(amount);
                }
            }
            else if (BindFigure(published, member, source) is { } figure)
            {
                published.Figures.Add(figure);
            }
        }

        return published;
    }

    /// <summary>The framework of a written year and entity; reports when there is none.</summary>
    public static FrameworkSymbol? FindFramework(
        DeclarationTable table, Reporter reporter, LabelSyntax year, LabelSyntax entity, SourceText source)
    {
        if (year.IsMissing || entity.IsMissing)
        {
            return null;
        }

        var yearText = LabelText.Of(year);
        var entityText = LabelText.Of(entity);
        if (!FiscalYearLiteral.TryParse(yearText, out var number))
        {
            reporter.Report(Descriptors.BadFiscalYear, year.At(source), yearText);
            return null;
        }

        if (table.FindFramework(number, entityText) is { } framework)
        {
            return framework;
        }

        var known = table.Frameworks.Select(f => f.Label).ToArray();
        var near = NearestName.Find(yearText + " " + entityText, known);
        reporter.Report(
            Descriptors.UnknownFramework,
            new TextLocation(source, TextSpan.FromBounds(year.Span.Start, entity.Span.End)),
            yearText + " " + entityText,
            Hint.DidYouMean(near, known.Length == 0
                ? Hint.Of("評価体系が一つも宣言されていません。", "No framework is declared at all.")
                : Hint.Of($"あるのは {string.Join("、", known)} です。", $"There are: {string.Join(", ", known)}.")));
        return null;
    }

    private PublishedFigure? BindFigure(PublishedSymbol published, PublishedValueSyntax syntax, SourceText source)
    {
        var labels = syntax.Path.Labels();
        var tokens = syntax.Path.LabelTokens();
        if (StatisticOf(labels[labels.Count - 1], published.Subject is not null) is not { } statistic)
        {
            reporter.Report(Descriptors.UnknownStatistic, tokens[tokens.Count - 1].At(source), labels[labels.Count - 1]);
            return null;
        }

        var path = new List<string>(labels.Count);
        for (var i = 0; i + 1 < labels.Count; i++)
        {
            if (SyntaxFacts.FindKeyword(labels[i])?.Kind != SyntaxKind.ScoreKeyword)
            {
                path.Add(labels[i]);
            }
        }

        var node = path.Count == 0 ? published.Framework.Root : new NodePathBinder(published.Framework, reporter, source).Bind(path, tokens);
        return node is null ? null : ReadValue(node, statistic, syntax, source);
    }

    private PublishedFigure? ReadValue(NodeSymbol node, StatisticKind statistic, PublishedValueSyntax syntax, SourceText source)
    {
        var wanted = statistic switch
        {
            StatisticKind.EntityCount or StatisticKind.MetCount => Dimension.Entities,
            StatisticKind.Rate => Dimension.None,
            StatisticKind.Rank => Dimension.Of("位"),
            _ => Dimension.Points,
        };
        var hint = Hint.Of("平均・中央値などは `点`、得点率は `%`、団体数は `団体` で書いてください。", "Means and medians are in `点`, rates in `%`, counts in `団体`.");
        return PublishedNumber.Read(syntax, wanted, hint, table, reporter, source) is { } number
            ? new PublishedFigure(node, statistic, number.Value, number.Precision, syntax.Value.At(source))
            : null;
    }

    private static StatisticKind? StatisticOf(string label, bool aboutOneEntity) => SyntaxFacts.FindKeyword(label)?.Kind switch
    {
        SyntaxKind.ScoreKeyword when aboutOneEntity => StatisticKind.Score,
        SyntaxKind.RankingKeyword when aboutOneEntity => StatisticKind.Rank,
        SyntaxKind.RateKeyword => StatisticKind.Rate,
        _ when aboutOneEntity => null,
        SyntaxKind.MeanKeyword => StatisticKind.Mean,
        SyntaxKind.MedianKeyword => StatisticKind.Median,
        SyntaxKind.StandardDeviationKeyword => StatisticKind.StandardDeviation,
        SyntaxKind.HighestKeyword => StatisticKind.Maximum,
        SyntaxKind.LowestKeyword => StatisticKind.Minimum,
        SyntaxKind.EntityCountKeyword => StatisticKind.EntityCount,
        SyntaxKind.MetCountKeyword => StatisticKind.MetCount,
        _ => null,
    };
}
