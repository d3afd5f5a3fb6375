using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;

namespace KaigoDsl.Engine;

/// <summary>What happens to the sum of the 枠: 激変緩和, the rounding of the total, 上限, 下限, 再配分 and 残余.</summary>
internal sealed class WholeAllocation
{
    private readonly AllocationContext _context;
    private readonly AllocationPlan _plan;
    private readonly AmountRounding _rounding;
    private readonly int[] _rows;

    public WholeAllocation(AllocationContext context)
    {
        (_context, _plan) = (context, context.Plan);
        _rounding = AllocationRoundings.OfWhole(_plan);
        _rows = [.. Enumerable.Range(0, context.Count).Where(row => context.Payable[row])];
    }

    /// <summary>Does it all and gives 案 by row.</summary>
    public ImmutableArray<Rational> Run()
    {
        var total = AllocationRoundings.Of(_plan.Roundings, RoundingTarget.Total);
        if (_plan.Transition is { } transition)
        {
            Blend(transition, total);
        }
        else if (total.Mode != RoundingMode.None)
        {
            Adjust("合計の端数", AllocationAccounts.Rounding, AdjustmentKind.Cap, total, [.. _rows.Select(_ => (Rational?)null)]);
        }

        ImmutableArray<Rational> proposed = [.. _context.Keys.Select(_context.Ledger.Held)];
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

    private ImmutableArray<string> Keys => [.. _rows.Select(row => _context.Keys[row])];

    private void Blend(TransitionPlan plan, AmountRounding total)
    {
        var share = _context.Rules.QuantityOf(plan.Share, 0);
        if (share.IsMissing || share.Sign < 0 || share.CompareTo(Rational.One) > 0)
        {
            _context.Report(AllocationProblemKind.UnusableTransitionShare, string.Empty, value: share);
            return;
        }

        var previous = _context.Quantities(plan.Previous);
        var blended = _rows.Select(row =>
        {
            var held = _context.Ledger.Held(_context.Keys[row]);
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

        if (plan.Normalised)
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
        if (_context.Ledger.Balance(AllocationAccounts.Transition) is { Sign: < 0 } lacking)
        {
            _context.Report(AllocationProblemKind.TransitionExceedsBudget, string.Empty, value: -lacking);
        }
    }

    /// <summary>上限 and 下限 of the whole, and 再配分.</summary>
    private void Limit(ImmutableArray<Rational> proposed)
    {
        if (_plan.Cap is null && _plan.Floor is null)
        {
            return;
        }

        var caps = _context.Bounds(_plan.Cap, _rows);
        if (_plan.Floor is null)
        {
            if (Unusable(caps))
            {
                return;
            }

            Adjust("上限", AllocationAccounts.Cap, AdjustmentKind.Cap, _rounding, caps);
            if (_plan.Redistribution is { } redistribution && _context.Ledger.Balance(AllocationAccounts.Cap).Sign > 0)
            {
                Redistribute(redistribution, AllocationAccounts.Cap, proposed, TransferPart.Whole);
            }

            _context.SharedAccounts.Add(AllocationAccounts.Cap);
            return;
        }

        var own = _plan.Redistribution is { Weight: null, Members: null, Rounds: null };
        var result = _context.Divide(
            new PoolPlace("上限・下限", AllocationAccounts.Cap),
            _rows,
            new ApportionmentRequest
            {
                Budget = Rational.Zero,
                Weights = [.. _rows.Select(row => proposed[row])],
                Rounding = _rounding,
                Caps = caps,
                Floors = _context.Bounds(_plan.Floor, _rows),
                Bounds = own ? BoundsRule.UntilSettled : BoundsRule.Once,
            },
            recall: true);
        _context.SharedAccounts.Add(AllocationAccounts.Cap);
        if (result is not null && !own && _plan.Redistribution is { } again && result.Unallocated.Sign > 0)
        {
            Redistribute(again, AllocationAccounts.Cap, proposed, TransferPart.Unallocated);
        }
    }

    private void Redistribute(RedistributionPlan plan, string account, ImmutableArray<Rational> proposed, TransferPart from)
    {
        var rounds = new Redistribution(_context, plan, account, null, _rounding, plan.Weight is { } weight ? _context.Quantities(weight) : [.. proposed])
        {
            Room = Room(),
        };
        rounds.Run(_rows, from: from);
        _context.SharedAccounts.AddRange(rounds.Accounts);
    }

    /// <summary>By row: what it may still get.</summary>
    private Func<int, Rational?> Room()
    {
        var caps = _plan.Cap is { } cap ? _context.Quantities(cap) : null;
        return row => caps is null ? null : caps[row] - _context.Ledger.Held(_context.Keys[row]);
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
        var residue = _plan.Residue;
        switch (residue.Kind)
        {
            case ResidueKind.LargestRemainder when _rounding.Mode != RoundingMode.None:
                GiveRemainders(residue);
                break;
            case ResidueKind.Recipients:
                Gather();
                new NamedRecipients(_context, residue, string.Empty, _rounding) { Room = Room() }.Pay(AllocationAccounts.Residue);
                break;
            case ResidueKind.SpillOver when residue.Allocation >= 0:
                Gather();
                _context.Spill(AllocationAccounts.Residue, residue);
                break;
            case ResidueKind.CarryForward:
                foreach (var account in _context.SharedAccounts.Append(AllocationAccounts.Rounding))
                {
                    _context.SetDestination(account, "翌回へ繰越");
                }

                break;
        }
    }

    /// <summary>Whole units of what rounding left to the largest fractions cut off; where rounding spent too much, all is rounded anew.</summary>
    private void GiveRemainders(ResiduePlan residue)
    {
        MoveRounding(AllocationAccounts.Rounding);
        var left = _context.Ledger.Balance(AllocationAccounts.Rounding);
        if (left.Sign == 0)
        {
            return;
        }

        var again = left.Sign < 0;
        var caps = _context.Bounds(_plan.Cap, _rows);
        var held = _rows.Select(row => _context.Ledger.Held(_context.Keys[row])).ToArray();
        _context.Divide(
            new PoolPlace("残余 最大剰余", AllocationAccounts.Rounding),
            _rows,
            new ApportionmentRequest
            {
                Budget = Rational.Zero,
                Weights = [.. _rows.Select((row, i) => again ? _context.Exact[row] : Rational.Max(Rational.Zero, _context.Exact[row] - held[i]))],
                Rounding = new AmountRounding(RoundingMode.Down, _rounding.Unit),
                Caps = again ? caps : [.. caps.Select((cap, i) => cap - held[i])],
                Floors = again ? _context.Bounds(_plan.Floor, _rows) : [],
                Residue = ResidueRule.LargestRemainder,
                TieKeys = _context.TieKeys(residue, _rows),
                TieOrder = AllocationContext.TieOrder(residue),
            },
            recall: again);
    }

    private void MoveRounding(string account)
    {
        foreach (var from in _context.SharedAccounts.ToArray())
        {
            if (_context.Ledger.RoundingLeft(from).Sign != 0)
            {
                _context.Ledger.Transfer(from, account, TransferPart.Rounding);
            }
        }
    }

    private void Gather()
    {
        foreach (var from in _context.SharedAccounts.Append(AllocationAccounts.Rounding))
        {
            if (_context.Ledger.Balance(from).Sign != 0)
            {
                _context.Ledger.Transfer(from, AllocationAccounts.Residue);
            }
        }
    }

    private void Adjust(string title, string account, AdjustmentKind kind, AmountRounding rounding, ImmutableArray<Rational?> limits)
    {
        var entry = _context.Ledger.Adjust(title, account, kind, rounding, Keys, limits);
        for (var i = 0; i < _rows.Length; i++)
        {
            var row = _rows[i];
            _context.Exact[row] = kind == AdjustmentKind.Set ? entry.Rows[i].Limit ?? Rational.Zero
                : entry.Rows[i].Limit is { } cap ? Rational.Min(_context.Exact[row], cap)
                : _context.Exact[row];
        }
    }
}
