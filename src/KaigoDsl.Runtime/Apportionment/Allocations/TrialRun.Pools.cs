namespace KaigoDsl.Runtime;

/// <content>One 枠: who is in it, what counts, its classes, its caps and what becomes of its rest.</content>
internal sealed partial class TrialRun
{
    private readonly List<long> _boundaries = [];
    private readonly List<int> _ends = [];
    private int[] _members = [];
    private int[] _sorted = [];
    private long[] _shares = [];

    private bool TryPool(PoolTask pool, TrialPool state, int index)
    {
        if (pool.IsWithheld)
        {
            state.Left += state.Budget + state.Received;
            return PassOn(pool, state, index);
        }

        var rows = Members(pool);
        if (!TryWeights(pool, rows, out var weights))
        {
            return false;
        }

        if (pool.Classes is { } classes)
        {
            if (!TryClasses(pool, classes, state, rows, weights))
            {
                return false;
            }
        }
        else
        {
            var budget = state.Budget + state.Received;
            if (!(budget / pool.Rounding.Unit).TryGetInt64(out var numerator, out var denominator)
                || !TryDivideRows(pool, state, rows, weights, numerator, denominator))
            {
                return false;
            }
        }

        return PassOn(pool, state, index);
    }

    /// <summary>対象 among those who are in the denominators.</summary>
    private ReadOnlySpan<int> Members(PoolTask pool)
    {
        if (pool.Members is not { } wanted)
        {
            return BaseRows;
        }

        Fit(ref _members);
        var members = wanted.Value.Values;
        var count = 0;
        foreach (var row in BaseRows)
        {
            _members[count] = row;
            count += members[row] == Truth.True ? 1 : 0;
            if (members[row] == Truth.Unknown)
            {
                _notes.Add(new AllocationNote(AllocationNoteKind.UnknownMember, pool.Label, row));
            }
        }

        return _members.AsSpan(0, count);
    }

    /// <summary>By row of the table: what it counts. Whole numbers in any one unit.</summary>
    private bool TryWeights(PoolTask pool, ReadOnlySpan<int> rows, out long[] weights)
    {
        if (pool.Weight is { } weight)
        {
            weights = weight.Value.Mantissas;
            return IsThere(weight.Value, rows);
        }

        Fit(ref _shares);
        weights = _shares;
        weights.AsSpan(0, Count).Fill(pool.Conditions.IsEmpty ? 1 : 0);
        foreach (var condition in pool.Conditions)
        {
            var met = condition.IsMet.Value.Values;
            for (var row = 0; row < met.Length; row++)
            {
                weights[row] += met[row] == Truth.True ? 1 : 0;
            }

            if (!met.Contains(Truth.Unknown))
            {
                continue;
            }

            foreach (var row in rows)
            {
                if (met[row] == Truth.Unknown)
                {
                    _notes.Add(new AllocationNote(AllocationNoteKind.UnknownCondition, AllocationAccounts.Class(pool.Label, condition.Label), row));
                }
            }
        }

        return true;
    }

    /// <summary>Whether rows have whole values.</summary>
    private static bool IsThere(QuantityRows values, ReadOnlySpan<int> rows)
    {
        if (!values.IsWhole)
        {
            return false;
        }

        for (var i = 0; values.Missing.Length != 0 && i < rows.Length; i++)
        {
            if (values.Missing[rows[i]])
            {
                return false;
            }
        }

        return true;
    }

    private bool TryClasses(PoolTask pool, SizeClassesTask classes, TrialPool state, ReadOnlySpan<int> rows, long[] weights)
    {
        var sizes = classes.Measure.Value;
        if (!IsThere(sizes, rows) || !TryClassify(classes, state, sizes, rows))
        {
            return false;
        }

        return classes.BudgetMeasure is { } measure ? TryProportional(pool, state, measure.Value, weights) : TryGiven(pool, classes, state, weights);
    }

    /// <summary>Puts rows in classes, each class side by side.</summary>
    private bool TryClassify(SizeClassesTask classes, TrialPool state, QuantityRows sizes, ReadOnlySpan<int> rows)
    {
        // A size is at or above a boundary when its mantissa is at or above the next whole number.
        _boundaries.Clear();
        foreach (var below in classes.Classes)
        {
            if (below.Below is not { } boundary)
            {
                break;
            }

            if (!(boundary * Rational.FromInt64(sizes.Denominator)).TryGetInt64(out var numerator, out var denominator) || numerator < 0)
            {
                return false;
            }

            _boundaries.Add((numerator / denominator) + (numerator % denominator == 0 ? 0 : 1));
        }

        var boundaries = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_boundaries);
        Span<int> counts = stackalloc int[boundaries.Length + 1];
        counts.Clear();
        long signs = 0;
        foreach (var row in rows)
        {
            var size = sizes.Mantissas[row];
            signs |= size;
            var group = 0;
            foreach (var boundary in boundaries)
            {
                group += size >= boundary ? 1 : 0;
            }

            state.Classes[row] = group;
            counts[group]++;
        }

        Fit(ref _sorted);
        _ends.Clear();
        var next = 0;
        for (var group = 0; group < counts.Length; group++)
        {
            (counts[group], next) = (next, next + counts[group]);
            _ends.Add(next);
        }

        foreach (var row in rows)
        {
            _sorted[counts[state.Classes[row]]++] = row;
        }

        return signs >= 0;
    }

    /// <summary>規模別予算 … に比例: the budget of a class is its part of the measure.</summary>
    private bool TryProportional(PoolTask pool, TrialPool state, QuantityRows measure, long[] weights)
    {
        if (!IsThere(measure, _sorted.AsSpan(0, _ends[^1])) || (Int128)measure.Limit * Count > LargestAmount)
        {
            return false;
        }

        var total = 0L;
        long signs = 0;
        for (var (group, i) = (0, 0); group < _ends.Count; group++)
        {
            var sum = 0L;
            for (; i < _ends[group]; i++)
            {
                sum += measure.Mantissas[_sorted[i]];
                signs |= measure.Mantissas[_sorted[i]];
            }

            state.ClassShares.Add(sum);
            total += sum;
        }

        var budget = state.Budget + state.Received;
        if (signs < 0 || total == 0 || !(budget / pool.Rounding.Unit).TryGetInt64(out var numerator, out var denominator))
        {
            return false;
        }

        if (pool.ClassRounding.Mode != RoundingMode.None)
        {
            if (pool.Residue?.End == ResidueEnd.LargestRemainder)
            {
                return false;
            }

            foreach (var share in state.ClassShares)
            {
                state.ClassBudgets.Add(pool.ClassRounding.Apply(budget * Rational.Create(share, total)));
            }

            state.ClassShares.Clear();
            return TryEachClass(pool, state, weights, budget);
        }

        var over = (Int128)denominator * total;
        for (var group = 0; group < _ends.Count; group++)
        {
            var share = (Int128)numerator * state.ClassShares[group];
            var start = group == 0 ? 0 : _ends[group - 1];
            if (share > long.MaxValue || over > long.MaxValue || !TryDivideRows(pool, state, _sorted.AsSpan(start, _ends[group] - start), weights, (long)share, (long)over))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Budgets as written; what spilled into the 枠 is shared in their proportion.</summary>
    private bool TryGiven(PoolTask pool, SizeClassesTask classes, TrialPool state, long[] weights)
    {
        var total = Rational.Zero;
        foreach (var size in classes.Classes)
        {
            var given = size.Budget?.Value ?? Rational.Missing;
            if (given.IsMissing || given.Sign < 0)
            {
                return false;
            }

            state.ClassBudgets.Add(given);
            total += given;
        }

        if (total != state.Budget || total.Sign == 0)
        {
            return false;
        }

        for (var group = 0; group < state.ClassBudgets.Count && state.Received.Sign != 0; group++)
        {
            state.ClassBudgets[group] = (state.Budget + state.Received) / total * state.ClassBudgets[group];
        }

        return TryEachClass(pool, state, weights, state.Budget + state.Received);
    }

    private bool TryEachClass(PoolTask pool, TrialPool state, long[] weights, Rational budget)
    {
        for (var group = 0; group < _ends.Count; group++)
        {
            var start = group == 0 ? 0 : _ends[group - 1];
            budget -= state.ClassBudgets[group];
            if (!(state.ClassBudgets[group] / pool.Rounding.Unit).TryGetInt64(out var numerator, out var denominator)
                || !TryDivideRows(pool, state, _sorted.AsSpan(start, _ends[group] - start), weights, numerator, denominator))
            {
                return false;
            }
        }

        // What rounding the budgets left.
        (state.Left, state.LeftByRounding) = (state.Left + budget, state.LeftByRounding + budget);
        return true;
    }

    /// <summary>Divides a budget in rounding units among rows, then what their caps cut off.</summary>
    private bool TryDivideRows(PoolTask pool, TrialPool state, ReadOnlySpan<int> rows, long[] weights, long numerator, long denominator)
    {
        var largestRemainder = pool.Residue?.End == ResidueEnd.LargestRemainder;
        var own = pool.Redistribution is { Weight: null, Members: null, Rounds: null };
        if (largestRemainder && (pool.Cap is not null || pool.Rounding.Mode != RoundingMode.Down))
        {
            return false;
        }

        var caps = pool.Cap?.Value;
        if (caps is not null && !IsThere(caps, rows))
        {
            return false;
        }

        var division = new TrialDivision(rows.Length, numerator, denominator, pool.Rounding)
        {
            HasCaps = caps is not null,
            UntilSettled = own,
            Residue = largestRemainder ? pool.Residue : null,
        };
        Gather(weights, rows, ref _weights);
        if ((caps is not null && !TryCaps(caps, rows, null, pool.Rounding)) || !TryDivide(ref division, rows) || !Book(in division, rows, state.Amounts, state))
        {
            return false;
        }

        if (caps is null || own || pool.Redistribution is not { } redistribution || division.Unallocated.Sign <= 0)
        {
            return true;
        }

        if (redistribution.Weight is { } by)
        {
            if (!by.Value.IsWhole)
            {
                return false;
            }

            weights = by.Value.Mantissas;
        }

        return TryRedistribute(redistribution, rows, weights, caps, state.Amounts, pool.Rounding, division.Unallocated, state);
    }

    /// <summary>残余 of the 枠.</summary>
    private bool PassOn(PoolTask pool, TrialPool state, int index)
    {
        var residue = pool.Residue;
        if (residue is null && !pool.IsWithheld)
        {
            (_sharedBalance, _sharedRounding) = (_sharedBalance + state.Left, _sharedRounding + state.LeftByRounding);
            return true;
        }

        if (residue is not { End: ResidueEnd.SpillOver })
        {
            return true;
        }

        if (residue.Allocation < 0)
        {
            if (residue.Pool <= index)
            {
                return false;
            }

            _pools[residue.Pool].Received += state.Left;
            return _pools[residue.Pool].Received.Sign >= 0;
        }

        Spill(residue, state.Left);
        return true;
    }

    /// <summary>Leaves money to a later allocation.</summary>
    private void Spill(ResidueTask residue, Rational amount)
    {
        if (amount.Sign > 0)
        {
            _spills.Add(new ReceivedSpill(Task.Name, residue.Allocation, residue.Pool, amount));
        }
    }
}
