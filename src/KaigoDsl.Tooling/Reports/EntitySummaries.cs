using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;
using KaigoDsl.Tooling.Impact;

namespace KaigoDsl.Tooling.Reports;

/// <summary>Puts entities in order and, where asked, takes away what tells who they are: points and ranks are published with names elsewhere.</summary>
internal static class EntitySummaries
{
    public static ImmutableArray<SummaryEntity> Of(ImpactResult impact, ImmutableArray<ImpactFactor> factors, bool isAnonymous)
    {
        var pseudonyms = isAnonymous ? Pseudonyms.Of(impact) : [];
        var owners = Owners(impact.Old, impact.New);
        return
        [
            .. Enumerable.Range(0, impact.Entities.Length)
                .OrderBy(i => impact.Entities[i].Difference is null)
                .ThenByDescending(i => Math.Abs(impact.Entities[i].Difference ?? 0))
                .ThenByDescending(i => isAnonymous ? 0 : Math.Abs(impact.Entities[i].RankGain ?? 0))
                .ThenByDescending(i => isAnonymous ? Rational.Zero : Moved(impact.Money, i))
                .ThenBy(i => isAnonymous ? pseudonyms[i] : impact.Entities[i].Key, StringComparer.Ordinal)
                .Select(i => Create(impact.Entities[i], i, isAnonymous ? pseudonyms[i] : null, owners, factors, impact.Money)),
        ];
    }

    private static SummaryEntity Create(
        EntityImpact entity, int index, string? pseudonym, Func<EntityImpact, string> owners, ImmutableArray<ImpactFactor> factors, MoneyImpact? money)
    {
        var parts = factors
            .Select((factor, i) => (Factor: i, Points: factor.Parts[index]))
            .Where(static part => !part.Points.IsMissing && part.Points.Sign != 0)
            .OrderByDescending(static part => part.Points.Sign < 0 ? -part.Points : part.Points)
            .ThenBy(static part => part.Factor)
            .ToImmutableArray();
        return pseudonym is null
            ? new SummaryEntity(
                entity.Key, entity.Name, owners(entity), entity.OldPoints, entity.NewPoints, entity.Difference, entity.OldRank, entity.NewRank, entity.RankGain, parts)
            {
                OldYen = money?.Entities[index].Old ?? Rational.Missing,
                NewYen = money?.Entities[index].New ?? Rational.Missing,
                YenParts =
                [
                    .. factors.Select((factor, i) => (Factor: i, Yen: factor.Yen.IsEmpty ? Rational.Missing : factor.Yen[index]))
                        .Where(static part => !part.Yen.IsMissing && part.Yen.Sign != 0)
                        .OrderByDescending(static part => part.Yen.Sign < 0 ? -part.Yen : part.Yen)
                        .ThenBy(static part => part.Factor),
                ],
            }

            // An amount tells the size of an entity, and with it who it is.
            : new SummaryEntity(pseudonym, string.Empty, string.Empty, null, null, entity.Difference, 0, 0, null, parts);
    }

    /// <summary>How far its payment moves, in 円; 0 when that is not known.</summary>
    private static Rational Moved(MoneyImpact? money, int entity) =>
        money is null || !money.Entities[entity].IsCompared ? Rational.Zero
        : money.Entities[entity].Difference is var difference && difference.Sign < 0 ? -difference : difference;

    private static Func<EntityImpact, string> Owners(Engine.Evaluation old, Engine.Evaluation current)
    {
        var (oldColumn, newColumn) = (OwnerColumn(old.Plan), OwnerColumn(current.Plan));
        return entity => entity.NewRow >= 0 ? Cell(current.Table, newColumn, entity.NewRow) : Cell(old.Table, oldColumn, entity.OldRow);
    }

    private static string Cell(EntityTable table, int column, int row) => column < 0 ? string.Empty : table.Texts(column)[row] ?? string.Empty;

    private static int OwnerColumn(FrameworkPlan plan) => plan.Columns.FirstOrDefault(static column => column.Entity.Length > 0)?.Index ?? -1;
}
