using System.Collections.Immutable;
using System.Numerics;
using KaigoDsl.Runtime.Tests.Apportionment;

namespace KaigoDsl.Differential.Tests.Money;

/// <summary>The rules of the generated specs, row by row, after the language reference; nothing of the product is called.</summary>
internal sealed class NaiveRules(ImmutableArray<RowModel> rows, AllocationMutation mutation)
{
    /// <summary>段階 係数.</summary>
    public NaiveFraction Factor(int row) => rows[row].Insured switch
    {
        < 1_000 => new NaiveFraction(6, 5),
        <= 2_499 => new NaiveFraction(1, 1),
        2_500 when mutation != AllocationMutation.StepBoundaryBelow => new NaiveFraction(1, 1),
        _ => new NaiveFraction(4, 5),
    };

    /// <summary>算式 調整: to the nearest half point.</summary>
    public NaiveFraction? Adjusted(int row)
    {
        if (rows[row].Points is not { } points)
        {
            return null;
        }

        var value = Factor(row) * Whole(points);
        return mutation == AllocationMutation.FormulaNotRounded ? value : new NaiveFraction(((value + value) + new NaiveFraction(1, 2)).Floor(), 2);
    }

    /// <summary>判定 要件: the number of the clause that decides, 4 for the last; 0 where nobody can tell.</summary>
    public int Clause(int row)
    {
        bool?[] holds = [rows[row].Actual is { } actual ? actual > 300 : null, rows[row].Depopulated, TopHalf(row), true];
        bool[] meets = [true, false, true, false];
        var doubts = new HashSet<bool>();
        for (var i = 0; i < holds.Length; i++)
        {
            if (holds[i] == true)
            {
                return doubts.Contains(!meets[i]) && mutation != AllocationMutation.UnknownClausePassedOver ? 0 : i + 1;
            }

            if (holds[i] is null)
            {
                doubts.Add(meets[i]);
            }
        }

        throw new InvalidOperationException("The last clause always holds.");
    }

    /// <summary>Whether 要件 is 該当.</summary>
    public bool? IsEligible(int row) => Clause(row) switch
    {
        0 => null,
        1 or 3 => true,
        _ => false,
    };

    public bool? Meets(ConditionKind condition, int row) => condition switch
    {
        ConditionKind.Depopulated => rows[row].Depopulated,
        ConditionKind.SixtyPoints => rows[row].Points is { } points ? points >= 60 : null,
        ConditionKind.Eligible => IsEligible(row),
        _ => TopThreeTenths(row),
    };

    public NaiveFraction? Weight(WeightKind kind, int row) => kind switch
    {
        WeightKind.PointsTimesInsured => rows[row].Points is { } points ? Whole((BigInteger)points * rows[row].Insured) : null,
        WeightKind.AdjustedPoints => Adjusted(row),
        WeightKind.Insured => Whole(rows[row].Insured),
        _ => Whole(rows[row].Insured) * Factor(row),
    };

    public static NaiveFraction Whole(BigInteger value) => new(value, BigInteger.One);

    private bool? TopHalf(int row)
    {
        if (rows[row].Actual is not { } own)
        {
            return null;
        }

        var ranked = rows.Count(r => r.Actual is not null);
        return 2 * Place(rows.Count(r => r.Actual > own), rows.Count(r => r.Actual == own)) <= ranked;
    }

    private bool? TopThreeTenths(int row)
    {
        if (rows[row].Points is not { } own || rows[row].Insured <= 0)
        {
            return null;
        }

        var ranked = rows.Where(r => r.Points is not null && r.Insured > 0).ToList();
        return 10 * Place(ranked.Count(r => r.Points > own), ranked.Count(r => r.Points == own)) <= 3 * ranked.Count;
    }

    /// <summary>1 + those strictly better.</summary>
    private int Place(int better, int equal) => mutation == AllocationMutation.StandingCountsEquals ? better + equal : better + 1;
}
