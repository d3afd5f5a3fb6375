namespace KaigoDsl.Runtime;

/// <content>Dividing a budget among rows, capped and rounded, and offering again what caps cut off.</content>
internal sealed partial class TrialRun
{
    private long[] _weights = [];
    private long[] _caps = [];
    private long[] _units = [];
    private long[] _keys = [];
    private long[] _remainders = [];
    private int[] _recipients = [];
    private int[] _open = [];

    /// <summary>Divides among the gathered weights; the amounts, in rounding units, stand in the units.</summary>
    private bool TryDivide(ref TrialDivision division, ReadOnlySpan<int> rows)
    {
        Fit(ref _units);
        ReadOnlySpan<long> weights = _weights.AsSpan(0, division.Count);
        var amounts = _units.AsSpan(0, division.Count);
        if (!division.HasCaps)
        {
            if (!FastApportionment.TryApportion(weights, division.Numerator, division.Denominator, division.Rounding.Mode, amounts, out var given)
                || (division.Residue is { } residue && !TryRemainders(in division, residue, rows, weights, amounts, ref given)))
            {
                return false;
            }

            division.Paid = given;
            division.Unallocated = given == 0 && !weights.ContainsAnyExcept(0L) ? Rational.Create(division.Numerator, division.Denominator) : Rational.Zero;
            return true;
        }

        return division.UntilSettled ? TrySettle(ref division, weights, amounts) : TryOnce(ref division, weights, amounts);
    }

    private bool TrySettle(ref TrialDivision division, ReadOnlySpan<long> weights, Span<long> amounts)
    {
        if (!FastApportionment.TryApportionCapped(
            weights, _caps.AsSpan(0, weights.Length), division.Numerator, division.Denominator, division.Rounding.Mode, amounts, out var paid, out var level))
        {
            return false;
        }

        // All at their caps: what is left is nobody's. Otherwise only rounding leaves something.
        division.Paid = paid;
        division.Unallocated = level.Denominator == 0
            ? Rational.Create(division.Numerator, division.Denominator) - Rational.FromInt64(paid)
            : Rational.Zero;
        return true;
    }

    /// <summary>Everybody is offered the share once; what caps cut off is nobody's.</summary>
    private bool TryOnce(ref TrialDivision division, ReadOnlySpan<long> weights, Span<long> amounts)
    {
        if (!FastApportionment.TrySum(weights, out var sum, out var largest)
            || !ProportionalRate.TryCreate(division.Numerator, division.Denominator, sum, largest, out var rate))
        {
            return false;
        }

        var budget = Rational.Create(division.Numerator, division.Denominator);
        var (paid, cutWeight, cutCaps) = ((Int128)0, 0L, (Int128)0);
        for (var i = 0; i < weights.Length; i++)
        {
            var quota = rate.Quota(weights[i], out var remainder);
            if (_caps[i] < 0)
            {
                return false;
            }

            if (quota > _caps[i] || (quota == _caps[i] && remainder > 0))
            {
                (amounts[i], cutWeight, cutCaps) = (_caps[i], cutWeight + weights[i], cutCaps + _caps[i]);
            }
            else
            {
                amounts[i] = rate.Amount(weights[i], division.Rounding.Mode);
            }

            paid += amounts[i];
        }

        division.Paid = paid <= LargestAmount ? (long)paid : -1;
        division.Unallocated = sum == 0 ? budget : cutWeight == 0 ? Rational.Zero : (budget * Rational.Create(cutWeight, sum)) - Rational.FromInt64((long)cutCaps);
        return paid <= LargestAmount;
    }

    private bool TryRemainders(in TrialDivision division, ResidueTask residue, ReadOnlySpan<int> rows, ReadOnlySpan<long> weights, Span<long> amounts, ref long paid)
    {
        var units = (division.Numerator / division.Denominator) - paid;
        if (units == 0 || !weights.ContainsAnyExcept(0L))
        {
            return true;
        }

        Fit(ref _keys);
        Fit(ref _remainders);
        Fit(ref _recipients);
        if (residue.Key is { } key)
        {
            if (!IsThere(key.Value, rows))
            {
                return false;
            }

            Gather(key.Value.Mantissas, rows, ref _keys);
        }
        else
        {
            var order = Task.Keys.Order;
            for (var i = 0; i < rows.Length; i++)
            {
                _keys[i] = order[rows[i]];
            }
        }

        return FastApportionment.TrySum(weights, out var sum, out var largest)
            && ProportionalRate.TryCreate(division.Numerator, division.Denominator, sum, largest, out var rate)
            && FastApportionment.TryGiveLargestRemainders(
                weights, rate, units, _keys.AsSpan(0, rows.Length), residue.Key is null ? TieOrder.Ascending : residue.KeyOrder, amounts, _remainders, _recipients)
            && FastApportionment.TrySum(amounts, out paid, out _);
    }

    /// <summary>Pays what a division gave; what rows that may not be paid would get stays.</summary>
    private bool Book(in TrialDivision division, ReadOnlySpan<int> rows, long[] paid, TrialPool? account)
    {
        var unit = UnitOf(division.Rounding);
        _bound += (Int128)division.Paid * unit;
        if (_bound > LargestAmount)
        {
            return false;
        }

        long kept = 0;
        var units = _units.AsSpan(0, rows.Length);
        if (_payableCount < _baseCount)
        {
            for (var i = 0; i < rows.Length; i++)
            {
                kept += _payable[rows[i]] ? 0 : units[i] * unit;
                units[i] = _payable[rows[i]] ? units[i] : 0;
            }
        }

        for (var i = 0; i < units.Length; i++)
        {
            paid[rows[i]] += units[i] * unit;
        }

        if (_keepsBalances)
        {
            var residue = (Rational.Create(division.Numerator, division.Denominator) - Rational.FromInt64(division.Paid)) * division.Rounding.Unit;
            var byRounding = residue - (division.Unallocated * division.Rounding.Unit);
            Leave(account, residue + Rational.Create(kept, Scale), byRounding);
        }

        return true;
    }

    /// <summary>Leaves money on the accounts of a 枠, or of the whole.</summary>
    private void Leave(TrialPool? account, Rational amount, Rational byRounding)
    {
        if (account is null)
        {
            (_sharedBalance, _sharedRounding) = (_sharedBalance + amount, _sharedRounding + byRounding);
        }
        else
        {
            (account.Left, account.LeftByRounding) = (account.Left + amount, account.LeftByRounding + byRounding);
        }
    }

    /// <summary>再配分: offers again what caps cut off, in rounds or until it settles, to those with room below their cap.</summary>
    /// <param name="task">How.</param>
    /// <param name="rows">Who is in it.</param>
    /// <param name="weights">By row of the table.</param>
    /// <param name="caps">By row of the table.</param>
    /// <param name="current">By row of the table: what counts towards the cap.</param>
    /// <param name="rounding">How amounts are rounded.</param>
    /// <param name="offered">What is offered, in rounding units.</param>
    /// <param name="account">The 枠; <see langword="null"/> for the whole.</param>
    private bool TryRedistribute(
        RedistributionTask task, ReadOnlySpan<int> rows, long[] weights, QuantityRows caps, long[] current, AmountRounding rounding, Rational offered, TrialPool? account)
    {
        Fit(ref _open);
        var members = task.Members is { } wanted ? wanted.Value.Values : [];
        for (var round = 1; round <= (task.Rounds ?? 1) && offered.Sign > 0; round++)
        {
            var count = 0;
            foreach (var row in rows)
            {
                _open[count] = row;
                count += _payable[row]
                    && (members.IsEmpty || members[row] == Truth.True)
                    && (Int128)caps.Mantissas[row] * Scale > (Int128)current[row] * caps.Denominator ? 1 : 0;
            }

            if (count == 0)
            {
                return true;
            }

            ReadOnlySpan<int> open = _open.AsSpan(0, count);
            if (!offered.TryGetInt64(out var numerator, out var denominator))
            {
                return false;
            }

            var division = new TrialDivision(count, numerator, denominator, rounding) { HasCaps = true, UntilSettled = task.Rounds is null };
            Gather(weights, open, ref _weights);
            if ((task.Weight is { } by && !IsThere(by.Value, open)) || !TryCaps(caps, open, current, rounding) || !TryDivide(ref division, open))
            {
                return false;
            }

            if (_keepsBalances)
            {
                Leave(account, -(offered * rounding.Unit), Rational.Zero);
            }

            if (!Book(in division, open, current, account))
            {
                return false;
            }

            offered = division.Unallocated;
        }

        return true;
    }

    /// <summary>Caps, less what is held already, in whole rounding units.</summary>
    private bool TryCaps(QuantityRows caps, ReadOnlySpan<int> rows, long[]? held, AmountRounding rounding)
    {
        Fit(ref _caps);
        var unit = UnitOf(rounding);
        if ((Int128)caps.Limit * Scale > long.MaxValue || (Int128)caps.Denominator * unit > long.MaxValue)
        {
            return false;
        }

        var divisor = caps.Denominator * unit;
        for (var i = 0; i < rows.Length; i++)
        {
            var cap = caps.Mantissas[rows[i]];
            if (cap < 0)
            {
                return false;
            }

            if (held is null)
            {
                _caps[i] = cap * Scale / divisor;
                continue;
            }

            var room = ((Int128)cap * Scale) - ((Int128)held[rows[i]] * caps.Denominator);
            _caps[i] = (long)(room / divisor);
        }

        return true;
    }

    private void Gather(long[] values, ReadOnlySpan<int> rows, ref long[] target)
    {
        Fit(ref target);
        for (var i = 0; i < rows.Length; i++)
        {
            target[i] = values[rows[i]];
        }
    }
}
