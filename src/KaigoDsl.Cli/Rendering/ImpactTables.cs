using System.Collections.Immutable;
using System.Globalization;
using KaigoDsl.Runtime;
using KaigoDsl.Tooling.Reports;

namespace KaigoDsl.Cli;

/// <summary>The tables of an impact, for the terminal and for Markdown.</summary>
internal static class ImpactTables
{
    public const int MoverCount = 10;

    public static TextTable Factors(ImpactSummary impact, Texts texts) => HasYen(impact)
        ? new TextTable(
            Headings([.. texts.FactorColumns, .. texts.YenFactorColumns], [0, 2, 3, 4, 5, 6, 7], shortened: 1),
            [.. impact.Factors.Select((factor, i) => ImmutableArray.Create(
                Label(i), Say(factor, texts), Count(factor.Gains), Count(factor.Losses), PointsText.Signed(factor.Total),
                Count(factor.YenGains), Count(factor.YenLosses), YenDifferenceText.Signed(factor.YenTotal)))])
        : new TextTable(
            Headings(texts.FactorColumns, [0, 2, 3, 4], shortened: 1),
            [.. impact.Factors.Select((factor, i) => ImmutableArray.Create(
                Label(i), Say(factor, texts), Count(factor.Gains), Count(factor.Losses), PointsText.Signed(factor.Total)))]);

    /// <summary>What each allocation pays in all, before and after.</summary>
    public static TextTable Allocations(SummaryMoney money, Texts texts) => new(
        Headings(texts.AllocationColumns, [1, 2, 3, 4, 5], shortened: 6),
        [.. money.Allocations.Select(allocation => ImmutableArray.Create(
            allocation.Name,
            Total(allocation.OldTotal, texts),
            Total(allocation.NewTotal, texts),
            YenDifferenceText.Signed(allocation.NewTotal - allocation.OldTotal),
            Count(allocation.Gains),
            Count(allocation.Losses),
            allocation.Note?.In(texts.Language) ?? string.Empty))]);

    /// <summary>Those whose payments move most; nobody where nobody may be recognised.</summary>
    public static TextTable YenMovers(ImpactSummary impact, Texts texts) => new(
        Headings(texts.YenMoverColumns, [1, 2, 3], shortened: 4),
        [.. impact.YenMovers(MoverCount).Select(static entity => ImmutableArray.Create(
            Name(entity),
            YenDifferenceText.Plain(entity.OldYen),
            YenDifferenceText.Plain(entity.NewYen),
            YenDifferenceText.Signed(entity.YenDifference),
            string.Join(' ', entity.YenParts.Select(static part => $"{Label(part.Factor)} {YenDifferenceText.Signed(part.Yen)}"))))]);

    public static TextTable Movers(ImpactSummary impact, Texts texts) => impact.IsAnonymous
        ? new TextTable(
            Headings(texts.AnonymousColumns, [1], shortened: 2),
            [.. impact.Movers(MoverCount).Select(static entity => ImmutableArray.Create(entity.Key, PointsText.Signed(entity.Difference), Parts(entity)))])
        : new TextTable(
            Headings(texts.MoverColumns, [1, 2, 3, 4, 5], shortened: 6),
            [.. impact.Movers(MoverCount).Select(static entity => ImmutableArray.Create(
                Name(entity), Count(entity.OldPoints), Count(entity.NewPoints), PointsText.Signed(entity.Difference), Rank(entity.OldRank), Rank(entity.NewRank), Parts(entity)))]);

    /// <summary>The groups, at most so many: those whose mean moves most.</summary>
    public static TextTable Groups(SummaryGrouping grouping, int most, Texts texts)
    {
        var shown = grouping.Groups.Length <= most
            ? grouping.Groups
            : [.. grouping.Groups.OrderBy(static group => group.IsSuppressed).ThenByDescending(static group => group.IsSuppressed ? default : group.Mean.Sign < 0 ? -group.Mean : group.Mean).ThenByDescending(static group => group.YenTotal.IsMissing ? Rational.Zero : group.YenTotal.Sign < 0 ? -group.YenTotal : group.YenTotal).Take(most)];
        var hasYen = grouping.Groups.Any(static group => !group.YenTotal.IsMissing);
        string[] headings = hasYen ? [.. texts.GroupColumns(grouping.Name), .. texts.YenFactorColumns] : texts.GroupColumns(grouping.Name);
        var rows = shown.Select(group =>
        {
            string[] points = group.IsSuppressed
                ? [texts.Withheld]
                : [Count(group.Count), Count(group.Gains), Count(group.Losses), PointsText.Signed(group.Total), PointsText.Signed(group.Mean)];
            string[] yen = hasYen && !group.IsSuppressed ? [Count(group.YenGains), Count(group.YenLosses), YenDifferenceText.Signed(group.YenTotal)] : [];
            var blanks = Enumerable.Repeat(string.Empty, headings.Length - 1 - points.Length - yen.Length);
            return ImmutableArray.Create([group.Label ?? texts.BlankGroup, .. points, .. yen, .. blanks]);
        });
        return new TextTable(Headings(headings, [.. Enumerable.Range(1, headings.Length - 1)], shortened: 0), [.. rows]);
    }

    /// <summary>The code of a change and what it says.</summary>
    public static string Say(SummaryFactor factor, Texts texts) =>
        factor.Code is null ? factor.Text.In(texts.Language) : $"{factor.Code} {factor.Text.In(texts.Language)}";

    private static bool HasYen(ImpactSummary impact) => impact.Money is { Total.IsMissing: false };

    private static string Total(Rational yen, Texts texts) => yen.IsMissing ? texts.NotComputed : YenDifferenceText.Plain(yen);

    private static string Parts(SummaryEntity entity) => string.Join(' ', entity.Parts.Select(static part => $"{Label(part.Factor)} {PointsText.Signed(part.Points)}"));

    private static string Name(SummaryEntity entity) => (entity.Name, entity.Owner) switch
    {
        ("", _) => entity.Key,
        var (name, owner) => owner.Length == 0 ? $"{entity.Key} {name}" : $"{entity.Key} {name}（{owner}）",
    };

    private static ImmutableArray<TableHeading> Headings(string[] texts, int[] numeric, int shortened) =>
        [.. texts.Select((text, i) => new TableHeading(text, numeric.Contains(i), i == shortened))];

    private static string Label(int factor) => string.Create(CultureInfo.InvariantCulture, $"[{factor + 1}]");

    private static string Rank(int rank) => rank == 0 ? string.Empty : Count(rank);

    private static string Count(int? number) => number is { } known ? known.ToString("N0", CultureInfo.InvariantCulture) : string.Empty;
}
