using System.Globalization;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Syntax;

namespace KaigoDsl.Tooling.Diffing;

/// <summary>Titles, periods, sources, assumptions, lineage.</summary>
internal static class NotesComparer
{
    private const int RewordedFrom = 50;

    public static void Compare(PairComparison comparison)
    {
        foreach (var (old, current) in comparison.Continued)
        {
            if (!string.Equals(old.Title, current.Title, StringComparison.Ordinal))
            {
                comparison.Add(ChangeKinds.TitleChanged, old, current, DiffTexts.QuotedOrNone(old.Title), DiffTexts.QuotedOrNone(current.Title));
            }

            CompareInherited(comparison, old, current, ChangeKinds.PeriodChanged, static node => node.Period, MovedOn(comparison.Pair), static text => WithYears(text, 0));
            CompareInherited(comparison, old, current, ChangeKinds.SourceChanged, static node => node.Source, static text => text, static text => text);
            CompareAssumptions(
                old.Assumptions, current.Assumptions, (kind, before, after) => comparison.Add(kind, old, current, before, after));
            if (comparison.Pair.Relation == PairRelation.SameYear && !Lineage(old).SequenceEqual(Lineage(current), StringComparer.Ordinal))
            {
                comparison.Add(ChangeKinds.LineageChanged, old, current, DiffTexts.Names(Lineage(old)), DiffTexts.Names(Lineage(current)));
            }
        }

        foreach (var match in comparison.Pair.Columns)
        {
            var (old, current) = (comparison.Old.Columns[match.Old], comparison.New.Columns[match.New]);
            if (!string.Equals(old.Title, current.Title, StringComparison.Ordinal))
            {
                comparison.Add(ChangeKinds.ColumnTitleChanged, old, current, DiffTexts.QuotedOrNone(old.Title), DiffTexts.QuotedOrNone(current.Title));
            }

            CompareAssumptions(old.Assumptions, current.Assumptions, (kind, before, after) => comparison.Add(kind, old, current, before, after));
        }

        foreach (var current in comparison.New.Constants)
        {
            if (comparison.Old.Constants.FirstOrDefault(c => string.Equals(c.Name, current.Name, StringComparison.Ordinal)) is { } old)
            {
                CompareAssumptions(old.Assumptions, current.Assumptions, (kind, before, after) => comparison.Add(kind, old, current, before, after));
            }
        }
    }

    /// <summary>仮定 that stand in both are the same wherever they stand; of the others those alike were reworded.</summary>
    public static void CompareAssumptions(
        IEnumerable<string> before, IEnumerable<string> after, Action<ChangeKind, LocalizedText?, LocalizedText?> add)
    {
        var (gone, added) = (before.ToList(), new List<string>());
        foreach (var assumption in after)
        {
            if (!gone.Remove(assumption))
            {
                added.Add(assumption);
            }
        }

        foreach (var assumption in added)
        {
            var origin = gone.Where(candidate => Likeness.OfTitles(candidate, assumption) >= RewordedFrom)
                .MaxBy(candidate => Likeness.OfTitles(candidate, assumption));
            if (origin is null)
            {
                add(ChangeKinds.AssumptionAdded, null, DiffTexts.Quoted(assumption));
            }
            else
            {
                gone.Remove(origin);
                add(ChangeKinds.AssumptionReworded, DiffTexts.Quoted(origin), DiffTexts.Quoted(assumption));
            }
        }

        foreach (var assumption in gone)
        {
            add(ChangeKinds.AssumptionResolved, DiffTexts.Quoted(assumption), null);
        }
    }

    /// <summary>What holds below as well is told where it was written: at the topmost node that has this change.</summary>
    private static void CompareInherited(
        PairComparison comparison, NodePlan old, NodePlan current, ChangeKind kind, Func<NodePlan, string?> value, Func<string, string> expected, Func<string, string> actual)
    {
        var (before, after) = (value(old), value(current));
        if (IsSame(before, after))
        {
            return;
        }

        if (old.Parent >= 0 && current.Parent >= 0)
        {
            var (beforeAbove, afterAbove) = (value(comparison.Old.Nodes[old.Parent]), value(comparison.New.Nodes[current.Parent]));
            if (string.Equals(before, beforeAbove, StringComparison.Ordinal) && string.Equals(after, afterAbove, StringComparison.Ordinal))
            {
                return;
            }
        }

        comparison.Add(kind, old, current, DiffTexts.QuotedOrNone(before), DiffTexts.QuotedOrNone(after));

        bool IsSame(string? a, string? b) => string.Equals(a is null ? null : expected(a), b is null ? null : actual(b), StringComparison.Ordinal);
    }

    /// <summary>A period that moves on by as many years as the framework stays what it was.</summary>
    private static Func<string, string> MovedOn(FrameworkPair pair) => period => WithYears(period, pair.New.FiscalYear - pair.Old.FiscalYear);

    /// <summary>A period whose years are so many years on; 令和6年度, FY2024 and 2024年度 are one year.</summary>
    private static string WithYears(string period, int years) => string.Join(" ", period.Split(' ').Select(word =>
        FiscalYearLiteral.TryParse(word, out var year) ? (year + years).ToString(CultureInfo.InvariantCulture) : word));

    private static string[] Lineage(NodePlan node) =>
    [
        .. node.Lineage
            .Select(static line => $"{DiffTexts.Lineage(line.Kind).Japanese} {string.Join(", ", line.From.Select(WithEraYear).Order(StringComparer.Ordinal))}".TrimEnd())
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>FY2024 and 令和6年度 are one year.</summary>
    private static string WithEraYear(string path)
    {
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && FiscalYearLiteral.TryParse(path[..dot], out var year) ? FiscalYearLiteral.ToEraText(year) + path[dot..] : path;
    }
}
