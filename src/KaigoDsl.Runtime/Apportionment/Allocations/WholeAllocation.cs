using System.Collections.Immutable;

namespace KaigoDsl.Runtime;

/// <summary>What happens to the sum of the 枠: 激変緩和, the rounding of the total, 上限, 下限, 再配分 and 残余.</summary>
internal sealed class WholeAllocation
{
    private readonly AllocationContext _context;
    private readonly AllocationTask _task;
    private readonly AmountRounding _rounding;
    private readonly int[] _rows;

    public WholeAllocation(AllocationContext context)
    {
        (_context, _task) = (context, context.Task);
        _rounding = _task.Rounding;
        _rows = [.. Enumerable.Range(0, context.Count).Where(row => context.Payable[row])];
    }

    /// <summary>Does it all and gives 案 by row.</summary>
    public ImmutableArray<Rational> Run()
    {
        var total = _task.TotalRounding;
        if (_task.Transition is { } transition)
        {
            Blend(transition, total);
        }
        else if (total.Mode != RoundingMode.None)
        {
            Adjust("合計の端数", AllocationAccounts.Rounding, AdjustmentKind.Cap, total, [.. _rows.Select(_ => (Rational?)null)]);
        }

        ImmutableArray<Rational> proposed = [.. Enumerable.Range(0, _context.Count).Select(_context.Books.Held)];
        if (!_context.HasProblems)
        {
            Limit(proposed);
        }

        if (!_context.HasProblems)
        {
            PassOn();
        }

        return proposed;
    }

    private void Blend(TransitionTask transition, AmountRounding total)
    {
        var share = transition.Share.Value;
        if (share.IsMissing || share.Sign < 0 || share.CompareTo(Rational.One) > 0)
        {
            _context.Report(AllocationProblemKind.UnusableTransitionShare, string.Empty, value: share);
            return;
        }

        var previous = transition.Previous.Value;
        var blended = _rows.Select(row =>
        {
            var held = _context.Books.Held(row);
            if (previous[row].IsMissing)
            {
                _context.Note(AllocationNoteKind.NoPreviousAmount, string.Empty, row);
            }
            else if (previous[row].Sign < 0)
            {
                _context.Report(AllocationProblemKind.NegativeBound, string.Empty, row, previous[row]);
            }

            return previous[row].IsMissing ? held : ((Rational.One - share) * held) + (share * previous[row]);
        }).ToImmutableArray();
        if (_context.HasProblems)
        {
            return;
        }

        if (transition.Normalised)
        {
            _context.Divide(
                new PoolPlace("激変緩和", AllocationAccounts.Transition),
                _rows,
                new ApportionmentRequest { Budget = Rational.Zero, Weights = blended, Rounding = total },
                recall: true);
            _context.SharedAccounts.Add(AllocationAccounts.Transition);
            return;
        }

        // What rounding left belongs to what was to be divided.
        MoveRounding(AllocationAccounts.Transition);
        Adjust("激変緩和", AllocationAccounts.Transition, AdjustmentKind.Set, total, [.. blended.Select(b => (Rational?)b)]);
        _context.SharedAccounts.Add(AllocationAccounts.Transition);
        if (_context.Books.Balance(AllocationAccounts.Transition) is { Sign: < 0 } lacking)
        {
            _context.Report(AllocationProblemKind.TransitionExceedsBudget, string.Empty, value: -lacking);
        }
    }

    /// <summary>上限 and 下限 of the whole, and 再配分.</summary>
    private void Limit(ImmutableArray<Rational> proposed)
    {
        if (_task.Cap is null && _task.Floor is null)
        {
            return;
        }

        var caps = AllocationContext.Bounds(_task.Cap, _rows);
        if (_task.Floor is null)
        {
            if (Unusable(caps))
            {
                return;
            }

            Adjust("上限", AllocationAccounts.Cap, AdjustmentKind.Cap, _rounding, caps);
            if (_task.Redistribution is { } redistribution && _context.Books.Balance(AllocationAccounts.Cap).Sign > 0)
            {
                Redistribute(redistribution, AllocationAccounts.Cap, proposed, TransferPart.Whole);
            }

            _context.SharedAccounts.Add(AllocationAccounts.Cap);
            return;
        }

        var own = _task.Redistribution is { Weight: null, Members: null, Rounds: null };
        var result = _context.Divide(
            new PoolPlace("上限・下限", AllocationAccounts.Cap),
            _rows,
            new ApportionmentRequest
            {
                Budget = Rational.Zero,
                Weights = [.. _rows.Select(row => proposed[row])],
                Rounding = _rounding,
                Caps = caps,
                Floors = AllocationContext.Bounds(_task.Floor, _rows),
                Bounds = own ? BoundsRule.UntilSettled : BoundsRule.Once,
            },
            recall: true);
        _context.SharedAccounts.Add(AllocationAccounts.Cap);
        if (result is not null && !own && _task.Redistribution is { } again && result.Unallocated.Sign > 0)
        {
            Redistribute(again, AllocationAccounts.Cap, proposed, TransferPart.Unallocated);
        }
    }

    private void Redistribute(RedistributionTask redistribution, string account, ImmutableArray<Rational> proposed, TransferPart from)
    {
        var rounds = new Redistribution(_context, redistribution, account, null, _rounding, redistribution.Weight?.Value.ToRationals() ?? [.. proposed])
        {
            Room = Room(),
        };
        rounds.Run(_rows, from: from);
        _context.SharedAccounts.AddRange(rounds.Accounts);
    }

    /// <summary>By row: what it may still get.</summary>
    private Func<int, Rational?> Room()
    {
        var caps = _task.Cap?.Value;
        return row => caps is null ? null : caps[row] - _context.Books.Held(row);
    }

    private bool Unusable(ImmutableArray<Rational?> caps)
    {
        for (var i = 0; i < caps.Length; i++)
        {
            if (caps[i] is { } cap && (cap.IsMissing || cap.Sign < 0))
            {
                _context.Report(cap.IsMissing ? AllocationProblemKind.MissingBound : AllocationProblemKind.NegativeBound, string.Empty, _rows[i], cap);
            }
        }

        return _context.HasProblems;
    }

    /// <summary>残余 of the whole.</summary>
    private void PassOn()
    {
        var residue = _task.Residue;
        switch (residue.End)
        {
            case ResidueEnd.LargestRemainder when _rounding.Mode != RoundingMode.None:
                GiveRemainders(residue);
                break;
            case ResidueEnd.Recipients:
                Gather();
                new NamedRecipients(_context, residue, string.Empty, _rounding) { Room = Room() }.Pay(AllocationAccounts.Residue);
                break;
            case ResidueEnd.SpillOver when residue.Allocation >= 0:
                Gather();
                _context.Spill(AllocationAccounts.Residue, residue);
                break;
            case ResidueEnd.CarryForward:
                foreach (var account in _context.SharedAccounts.Append(AllocationAccounts.Rounding))
                {
                    _context.SetDestination(account, "翌回へ繰越");
                }

                break;
        }
    }

    /// <summary>Whole units of what rounding left to the largest fractions cut off; where rounding spent too much, all is rounded anew.</summary>
    private void GiveRemainders(ResidueTask residue)
    {
        MoveRounding(AllocationAccounts.Rounding);
        var left = _context.Books.Balance(AllocationAccounts.Rounding);
        if (left.Sign == 0)
        {
            return;
        }

        var again = left.Sign < 0;
        var caps = AllocationContext.Bounds(_task.Cap, _rows);
        var held = _rows.Select(row => _context.Books.Held(row)).ToArray();
        _context.Divide(
            new PoolPlace("残余 最大剰余", AllocationAccounts.Rounding),
            _rows,
            new ApportionmentRequest
            {
                Budget = Rational.Zero,
                Weights = [.. _rows.Select((row, i) => again ? _context.Exact[row] : Rational.Max(Rational.Zero, _context.Exact[row] - held[i]))],
                Rounding = new AmountRounding(RoundingMode.Down, _rounding.Unit),
                Caps = again ? caps : [.. caps.Select((cap, i) => cap - held[i])],
                Floors = again ? AllocationContext.Bounds(_task.Floor, _rows) : [],
                Residue = ResidueRule.LargestRemainder,
                TieKeys = AllocationContext.TieKeys(residue, _rows),
                TieOrder = residue.KeyOrder,
            },
            recall: again);
    }

    private void MoveRounding(string account)
    {
        foreach (var from in _context.SharedAccounts.ToArray())
        {
            if (_context.Books.RoundingLeft(from).Sign != 0)
            {
                _context.Books.Transfer(from, account, TransferPart.Rounding);
            }
        }
    }

    private void Gather()
    {
        foreach (var from in _context.SharedAccounts.Append(AllocationAccounts.Rounding))
        {
            if (_context.Books.Balance(from).Sign != 0)
            {
                _context.Books.Transfer(from, AllocationAccounts.Residue);
            }
        }
    }

    private void Adjust(string title, string account, AdjustmentKind kind, AmountRounding rounding, ImmutableArray<Rational?> limits)
    {
        _context.Books.Adjust(title, account, kind, rounding, _rows, limits);
        for (var i = 0; _context.KeepsExact && i < _rows.Length; i++)
        {
            var row = _rows[i];
            _context.Exact[row] = kind == AdjustmentKind.Set ? limits[i] ?? Rational.Zero
                : limits[i] is { } cap ? Rational.Min(_context.Exact[row], cap)
                : _context.Exact[row];
        }
    }
}
