namespace KaigoDsl.Runtime;

/// <content>What happens to the sum of the 枠: 激変緩和, the rounding of the total, 上限, 再配分 and 残余.</content>
internal sealed partial class TrialRun
{
    private long[] _blended = [];

    private ReadOnlySpan<int> PayableRows => _payableRows.AsSpan(0, _payableCount);

    private bool TryWhole()
    {
        if (Task.Transition is { } transition)
        {
            if (!TryBlend(transition))
            {
                return false;
            }
        }
        else if (Task.TotalRounding.Mode != RoundingMode.None)
        {
            // What it leaves stands on an account of its own, which counts as shared only when the residue is gathered.
            RoundHeld(Task.TotalRounding);
        }

        _held.AsSpan(0, Count).CopyTo(_proposed);
        if (Task.Cap is { } cap && !TryCap(cap.Value))
        {
            return false;
        }

        if (Task.Residue is { End: ResidueEnd.SpillOver, Allocation: >= 0 } residue)
        {
            Spill(residue, _sharedBalance);
        }

        return true;
    }

    /// <summary>Rounds what rows hold; the difference is left to the whole.</summary>
    private void RoundHeld(AmountRounding rounding)
    {
        var (unit, taken) = (UnitOf(rounding), (Int128)0);
        foreach (var row in PayableRows)
        {
            var rounded = Round(_held[row], unit, rounding.Mode);
            (taken, _held[row]) = (taken + _held[row] - rounded, rounded);
        }

        Leave(null, Parts(taken), Rational.Zero);
    }

    private bool TryBlend(TransitionTask transition)
    {
        var (share, previous) = (transition.Share.Value, transition.Previous.Value);
        if (share.IsMissing || share.Sign < 0 || share.CompareTo(Rational.One) > 0 || !share.TryGetInt64(out var p, out var q) || !previous.IsWhole)
        {
            return false;
        }

        // ((q − p) × held + p × previous) ÷ q, with previous = mantissa ÷ denominator yen: over q × denominator, in amounts.
        var over = (Int128)q * previous.Denominator;
        var (ofHeld, ofPrevious) = ((Int128)(q - p) * previous.Denominator, (Int128)p * Scale);
        if (ofHeld > int.MaxValue || ofPrevious > int.MaxValue || over > int.MaxValue)
        {
            return false;
        }

        Fit(ref _blended);
        foreach (var row in PayableRows)
        {
            Int128 blended;
            if (previous.IsMissing(row))
            {
                _notes.Add(new AllocationNote(AllocationNoteKind.NoPreviousAmount, string.Empty, row));
                blended = over * _held[row];
            }
            else if (previous.Mantissas[row] < 0)
            {
                return false;
            }
            else
            {
                blended = (ofHeld * _held[row]) + (ofPrevious * previous.Mantissas[row]);
            }

            if (blended > long.MaxValue / 4)
            {
                return false;
            }

            _blended[row] = (long)blended;
        }

        // Nothing of last year and nothing rounded: everybody keeps what is held.
        return Task.TotalRounding.Mode == RoundingMode.None ? transition.Normalised || TryMoveRounding(Rational.Zero)
            : transition.Normalised ? TryNormalise()
            : TrySet((long)over);
    }

    /// <summary>What rounding left belongs to what was to be divided: it, and what setting amounts freed, must suffice.</summary>
    private bool TryMoveRounding(Rational freed)
    {
        var account = _sharedRounding + freed;
        (_sharedBalance, _sharedRounding) = (_sharedBalance + freed, Rational.Zero);
        return account.Sign >= 0;
    }

    /// <summary>総額に合わせる: what is held is divided anew in proportion to the blends.</summary>
    private bool TryNormalise()
    {
        Int128 held = 0;
        foreach (var row in PayableRows)
        {
            held += _held[row];
        }

        var unit = UnitOf(Task.TotalRounding);
        if (held > LargestAmount)
        {
            return false;
        }

        var division = new TrialDivision(_payableCount, (long)held, unit, Task.TotalRounding);
        Gather(_blended, PayableRows, ref _weights);
        if (!TryDivide(ref division, PayableRows))
        {
            return false;
        }

        foreach (var row in PayableRows)
        {
            _held[row] = 0;
        }

        return Book(in division, PayableRows, _held, null);
    }

    private bool TrySet(long over)
    {
        var rounding = Task.TotalRounding;
        var (unit, taken) = (UnitOf(rounding), (Int128)0);
        if ((Int128)over * unit > LargestAmount)
        {
            return false;
        }

        foreach (var row in PayableRows)
        {
            var rounded = Round(_blended[row], over * unit, rounding.Mode) / over;
            (taken, _held[row]) = (taken + _held[row] - rounded, rounded);
            _bound += rounded;
        }

        return TryMoveRounding(Parts(taken)) && _bound <= LargestAmount;
    }

    /// <summary>上限 of the whole, and 再配分.</summary>
    private bool TryCap(QuantityRows caps)
    {
        var rounding = Task.Rounding;
        if (!IsThere(caps, PayableRows) || !TryCaps(caps, PayableRows, null, rounding))
        {
            return false;
        }

        var (unit, taken) = (UnitOf(rounding), (Int128)0);
        for (var i = 0; i < _payableCount; i++)
        {
            var row = _payableRows[i];
            var most = (Int128)_caps[i] * unit;
            var rounded = Round(_held[row], unit, rounding.Mode);
            var after = most < rounded ? (long)most : rounded;
            (taken, _held[row]) = (taken + _held[row] - after, after);
        }

        var cut = Parts(taken);
        Leave(null, cut, Rational.Zero);
        if (Task.Redistribution is not { } redistribution || cut.Sign <= 0)
        {
            return true;
        }

        var weights = _proposed;
        if (redistribution.Weight is { } by)
        {
            if (!by.Value.IsWhole)
            {
                return false;
            }

            weights = by.Value.Mantissas;
        }

        return TryRedistribute(redistribution, PayableRows, weights, caps, _held, rounding, cut / rounding.Unit, null);
    }

    private Rational Parts(Int128 amount) => Rational.Create((System.Numerics.BigInteger)amount, Scale);

    /// <summary>Rounds an amount, 0 or more, to a multiple of a unit.</summary>
    private static long Round(long amount, long unit, RoundingMode mode) => mode switch
    {
        RoundingMode.Up => (amount + unit - 1) / unit * unit,
        RoundingMode.HalfUp => ((2 * amount) + unit) / (2 * unit) * unit,
        _ => amount / unit * unit,
    };
}
