using System.Collections.Immutable;

namespace KaigoDsl.Runtime;

/// <summary>Writes down an apportionment as an entry.</summary>
internal static class PoolEntries
{
    public static PoolEntry Create(
        PoolPlace place, ImmutableArray<string> keys, ApportionmentRequest request, ApportionmentResult result, bool toAccounts, bool recall, ImmutableArray<bool> withheld)
    {
        var rows = ImmutableArray.CreateBuilder<PoolRow>(keys.Length);
        for (var i = 0; i < keys.Length; i++)
        {
            rows.Add(new PoolRow(keys[i], request.Weights[i], result.Quota(i), result.Amounts[i])
            {
                Cap = request.Caps.IsEmpty ? null : request.Caps[i],
                Floor = request.Floors.IsEmpty ? null : request.Floors[i],
                TieKey = request.TieKeys.IsEmpty || request.TieKeys[i].IsMissing ? null : request.TieKeys[i],
                UnitsMoved = result.UnitsMoved.IsEmpty ? 0 : result.UnitsMoved[i],
                Withheld = !withheld.IsDefaultOrEmpty && withheld[i],
            });
        }

        var kept = ExactSum.Of([.. rows.Where(r => r.Withheld).Select(r => r.Amount)]);
        return new PoolEntry
        {
            Title = place.Title,
            SizeClass = place.SizeClass,
            Round = place.Round,
            Account = place.Account,
            Recall = recall,
            ToAccounts = toAccounts,
            Budget = request.Budget,
            ShareRounding = request.ShareRounding,
            Rounding = request.Rounding,
            Bounds = request.HasBounds ? request.Bounds : null,
            Residue = request.Residue,
            TieOrder = request.TieOrder,
            Level = result.Level,
            Rows = rows.MoveToImmutable(),
            WeightSum = result.WeightSum,
            CapSum = Sum(request.Caps),
            FloorSum = Sum(request.Floors),
            TieKeySum = Sum([.. request.TieKeys.Select(k => k.IsMissing ? (Rational?)null : k)]),
            Paid = result.Paid - kept,
            Withheld = kept,
            Unallocated = result.Unallocated,
            RoundingResidue = result.RoundingResidue,
            Rest = result.Residue + kept,
        };
    }

    private static Rational? Sum(ImmutableArray<Rational?> values) =>
        values.All(v => v is null) ? null : ExactSum.Of([.. values.Select(v => v ?? Rational.Zero)]);
}
