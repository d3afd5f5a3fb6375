using System.Collections.Immutable;
using KaigoDsl.Runtime;
using KaigoDsl.Runtime.Tests.Apportionment;

namespace KaigoDsl.Differential.Tests.Money;

/// <summary>
/// Carries out a model after the documentation of the plan records, on fractions that are never approximate. One budget is divided by the
/// naive apportionment of the runtime's tests; of the product only its request, a record, is named.
/// </summary>
internal sealed class NaiveAllocator
{
    private readonly AllocationModel _model;
    private readonly ImmutableArray<RowModel> _rows;
    private readonly AllocationMutation _mutation;
    private readonly NaiveRules _rules;
    private readonly NaiveFraction[] _held;
    private readonly bool[] _inBase;
    private readonly bool[] _payable;
    private NaiveFraction _sharedRounding = NaiveFraction.Zero;

    private NaiveAllocator(AllocationModel model, ImmutableArray<RowModel> rows, AllocationMutation mutation)
    {
        (_model, _rows, _mutation, _rules) = (model, rows, mutation, new NaiveRules(rows, mutation));
        _held = [.. rows.Select(_ => NaiveFraction.Zero)];
        (_inBase, _payable) = ([.. rows.Select(_ => true)], [.. rows.Select(_ => true)]);
    }

    private sealed class RefusedException : Exception;

    /// <summary>案 and 交付額 by row, in 円; null when the run must be refused.</summary>
    public static (NaiveFraction[] Proposed, NaiveFraction[] Payments)? Run(AllocationModel model, ImmutableArray<RowModel> rows, AllocationMutation mutation = AllocationMutation.None)
    {
        try
        {
            return new NaiveAllocator(model, rows, mutation).Run();
        }
        catch (RefusedException)
        {
            return null;
        }
    }

    private (NaiveFraction[] Proposed, NaiveFraction[] Payments) Run()
    {
        if (_model.GateLeavesBase is { } leaves && _mutation != AllocationMutation.GateIgnored)
        {
            for (var row = 0; row < _rows.Length; row++)
            {
                _payable[row] = Known(_rules.IsEligible(row));
                _inBase[row] = _payable[row] || !leaves;
            }
        }

        foreach (var pool in _model.Pools.Where(pool => !pool.IsWithheld))
        {
            Divide(pool);
        }

        Blend();
        NaiveFraction[] proposed = [.. _held];
        Limit(proposed);
        return (proposed, _held);
    }

    private void Divide(PoolModel pool)
    {
        int[] rows = [.. Rows(row => _inBase[row] && (!pool.HasMembers || _mutation == AllocationMutation.MembersIgnored || _rows[row].Points > 20))];
        if (pool.Sizes is not { } sizes)
        {
            DivideRows(pool, rows, NaiveRules.Whole(pool.Budget));
            return;
        }

        int[][] classes = [.. Enumerable.Range(0, sizes.Boundaries.Length + 1).Select(index => rows.Where(row => Class(sizes, row) == index).ToArray())];
        var proportional = sizes.Budgets.IsEmpty;
        var rounding = proportional && _mutation != AllocationMutation.ClassBudgetNotRounded ? Rounding(pool.ClassBudget) : AmountRounding.None;
        var budgets = Apportion(pool, NaiveRules.Whole(pool.Budget), new ApportionmentRequest
        {
            Budget = Rational.Zero,
            Weights = [.. classes.Select((members, i) => proportional ? Rational.FromInt64(members.Sum(row => (long)_rows[row].Insured)) : Rational.FromInt64(sizes.Budgets[i]))],
            Rounding = rounding,
            Residue = pool.Left == Left.LargestRemainder && rounding.Mode != RoundingMode.None ? ResidueRule.LargestRemainder : ResidueRule.Report,
            FinalKeys = [.. classes.Select((_, i) => $"{pool.Label}/{i + 1}")],
        }).Amounts;
        for (var i = 0; i < classes.Length; i++)
        {
            DivideRows(pool, classes[i], budgets[i]);
        }
    }

    private int Class(Sizes sizes, int row) => sizes.Boundaries.Count(boundary =>
        _mutation == AllocationMutation.ClassBoundaryIncluded ? _rows[row].Insured > boundary : _rows[row].Insured >= boundary);

    private void DivideRows(PoolModel pool, int[] rows, NaiveFraction budget)
    {
        NaiveFraction[] weights = [.. rows.Select(row => Weight(pool, row))];
        var rounding = _mutation == AllocationMutation.AmountNotRounded ? AmountRounding.None : Rounding(pool.Amount ?? _model.Amount);
        var remainder = pool.Left == Left.LargestRemainder && rounding.Mode != RoundingMode.None && _mutation != AllocationMutation.RemainderNotGiven;
        var caps = pool.CapDivisor is { } divisor && _mutation != AllocationMutation.CapOfPoolIgnored ? rows.Select(row => (NaiveFraction?)Needs(row) / NaiveRules.Whole(divisor)).ToArray() : null;
        var (amounts, left) = Apportion(pool, budget, new ApportionmentRequest
        {
            Budget = Rational.Zero,
            Weights = [.. weights.Select(ToRational)],
            ShareRounding = pool.Weight is null || _mutation == AllocationMutation.ShareNotRounded ? AmountRounding.None : Rounding(pool.Share),
            Rounding = rounding,
            Caps = caps is null ? [] : [.. caps.Select(cap => (Rational?)ToRational(cap ?? NaiveFraction.Zero))],
            Floors = pool.FloorDivisor is { } floor ? [.. rows.Select(row => (Rational?)ToRational(Needs(row) / NaiveRules.Whole(1_000 * floor)))] : [],
            Bounds = pool.Again is { Rounds: null, MembersOnly: false } && _mutation != AllocationMutation.RedistributionForgotten ? BoundsRule.UntilSettled : BoundsRule.Once,
            Residue = remainder ? ResidueRule.LargestRemainder : ResidueRule.Report,
            TieKeys = remainder ? [.. rows.Select(row => Rational.FromInt64(_rows[row].Insured))] : [],
            TieOrder = TieOrder.Descending,
            FinalKeys = [.. rows.Select(row => _rows[row].Key)],
        });
        Pay(rows, amounts);
        if (pool.Again is { } again && !(again is { Rounds: null, MembersOnly: false }) && caps is not null)
        {
            NaiveFraction[] room = [.. caps.Select((cap, i) => (cap ?? NaiveFraction.Zero) - (_payable[rows[i]] ? amounts[i] : NaiveFraction.Zero))];
            Redistribute(again, rows, weights, room, left, rounding, remainder, pool);
        }
    }

    private void Redistribute(Again again, int[] rows, NaiveFraction[] weights, NaiveFraction[] room, NaiveFraction left, AmountRounding rounding, bool remainder, PoolModel? pool)
    {
        for (var round = 1; round <= (again.Rounds ?? 1) && left > NaiveFraction.Zero && _mutation != AllocationMutation.RedistributionForgotten; round++)
        {
            int[] open = [.. Enumerable.Range(0, rows.Length).Where(i => _payable[rows[i]] && room[i] > NaiveFraction.Zero && (!again.MembersOnly || _rows[rows[i]].Points >= 60))];
            if (open.Length == 0)
            {
                return;
            }

            (var amounts, left) = Apportion(pool, left, new ApportionmentRequest
            {
                Budget = Rational.Zero,
                Weights = [.. open.Select(i => ToRational(weights[i]))],
                Rounding = rounding,
                Caps = [.. open.Select(i => (Rational?)ToRational(room[i]))],
                Bounds = again.Rounds is null ? BoundsRule.UntilSettled : BoundsRule.Once,
                Residue = remainder ? ResidueRule.LargestRemainder : ResidueRule.Report,
                TieKeys = remainder ? [.. open.Select(i => Rational.FromInt64(_rows[rows[i]].Insured))] : [],
                TieOrder = TieOrder.Descending,
                FinalKeys = [.. open.Select(i => _rows[rows[i]].Key)],
            });
            for (var i = 0; i < open.Length; i++)
            {
                _held[rows[open[i]]] += amounts[i];
                room[open[i]] -= amounts[i];
            }
        }
    }

    private void Blend()
    {
        var total = _mutation == AllocationMutation.TotalNotRounded ? AmountRounding.None : Rounding(_model.Total);
        int[] rows = [.. Rows(row => _payable[row])];
        if (_model.Transition is not { } percent || _mutation == AllocationMutation.TransitionForgotten)
        {
            foreach (var row in rows)
            {
                _held[row] = Round(_held[row], total);
            }

            return;
        }

        var share = new NaiveFraction(percent, 100);
        NaiveFraction[] blended = [.. rows.Select(row => _rows[row].Previous is { } previous
            ? ((NaiveRules.Whole(1) - share) * _held[row]) + (share * NaiveRules.Whole(previous))
            : _held[row])];
        if (_model.IsNormalised && _mutation != AllocationMutation.TransitionNotNormalised)
        {
            var again = Apportion(null, Sum(rows.Select(row => _held[row])), new ApportionmentRequest
            {
                Budget = Rational.Zero,
                Weights = [.. blended.Select(ToRational)],
                Rounding = total,
                FinalKeys = [.. rows.Select(row => _rows[row].Key)],
            }).Amounts;
            Array.ForEach(rows, row => _held[row] = NaiveFraction.Zero);
            Pay(rows, again);
            return;
        }

        var before = Sum(_held);
        for (var i = 0; i < rows.Length; i++)
        {
            _held[rows[i]] = Round(blended[i], total);
        }

        // What rounding left in the 枠 belongs to what was to be divided.
        if (before + _sharedRounding < Sum(_held))
        {
            throw new RefusedException();
        }
    }

    private void Limit(NaiveFraction[] proposed)
    {
        if (!_model.HasCap || _mutation == AllocationMutation.CapOfWholeIgnored)
        {
            return;
        }

        int[] rows = [.. Rows(row => _payable[row])];
        var rounding = Rounding(_model.Total ?? _model.Amount ?? Agreed());
        var taken = NaiveFraction.Zero;
        foreach (var row in rows)
        {
            var cap = Round(Needs(row), rounding.Mode == RoundingMode.None ? rounding : new AmountRounding(RoundingMode.Down, rounding.Unit));
            var after = Round(_held[row], rounding);
            after = cap < after ? cap : after;
            taken += _held[row] - after;
            _held[row] = after;
        }

        if (_model.Again is { } again)
        {
            NaiveFraction[] room = [.. rows.Select(row => Needs(row) - _held[row])];
            Redistribute(again, rows, [.. rows.Select(row => proposed[row])], room, taken, rounding, remainder: false, null);
        }
    }

    /// <summary>What all 枠 that pay say, if they say the same.</summary>
    private Cut? Agreed()
    {
        var cuts = _model.Pools.Where(pool => !pool.IsWithheld).Select(pool => pool.Amount).Distinct().ToList();
        return cuts.Count == 1 ? cuts[0] : null;
    }

    private void Pay(int[] rows, NaiveFraction[] amounts)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            if (_payable[rows[i]] || _mutation == AllocationMutation.WithheldIsPaid)
            {
                _held[rows[i]] += amounts[i];
            }
        }
    }

    /// <summary>Divides one budget; what is left is what nobody could have.</summary>
    private (NaiveFraction[] Amounts, NaiveFraction Left) Apportion(PoolModel? pool, NaiveFraction budget, ApportionmentRequest request)
    {
        request = request with { Budget = ToRational(budget) };
        var quotas = NaiveApportionment.Quotas(request, out _) ?? throw new RefusedException();
        var amounts = NaiveApportionment.Amounts(request, out _) ?? throw new RefusedException();
        var weightless = request.Weights.All(weight => weight.Sign == 0);
        var left = request.HasBounds ? budget - Sum(quotas) : weightless ? budget : NaiveFraction.Zero;
        if (pool is null or { Left: Left.Unsaid })
        {
            _sharedRounding += budget - left - Sum(amounts);
        }

        return (amounts, left);
    }

    private NaiveFraction Weight(PoolModel pool, int row)
    {
        if (pool.Weight is { } kind)
        {
            return _rules.Weight(kind, row) ?? throw new RefusedException();
        }

        var met = pool.Conditions.Count(condition => _rules.Meets(condition, row) ?? _mutation == AllocationMutation.UnknownConditionCounts);
        return NaiveRules.Whole(pool.Conditions.IsEmpty ? 1 : met);
    }

    private NaiveFraction Needs(int row) => NaiveRules.Whole(_rows[row].Needs ?? throw new RefusedException());

    private IEnumerable<int> Rows(Func<int, bool> wanted) => Enumerable.Range(0, _rows.Length).Where(wanted);

    private static bool Known(bool? value) => value ?? throw new RefusedException();

    private static NaiveFraction Sum(IEnumerable<NaiveFraction> values) => values.Aggregate(NaiveFraction.Zero, (a, b) => a + b);

    private static Rational ToRational(NaiveFraction value) => Rational.Create(value.N, value.D);

    private static AmountRounding Rounding(Cut? cut) => cut is null ? AmountRounding.None : new AmountRounding(
        cut.Direction switch { Direction.Down => RoundingMode.Down, Direction.Up => RoundingMode.Up, _ => RoundingMode.HalfUp },
        Rational.Create(cut.Numerator, cut.Denominator));

    private static NaiveFraction Round(NaiveFraction value, AmountRounding rounding)
    {
        if (rounding.Mode == RoundingMode.None)
        {
            return value;
        }

        var unit = NaiveFraction.From(rounding.Unit);
        var units = value / unit;
        var whole = rounding.Mode switch
        {
            RoundingMode.Down => units.Floor(),
            RoundingMode.Up => -new NaiveFraction(-units.N, units.D).Floor(),
            _ => (units + new NaiveFraction(1, 2)).Floor(),
        };
        return NaiveRules.Whole(whole) * unit;
    }
}
