using System.Collections.Immutable;

namespace KaigoDsl.Runtime;

/// <summary>Carries out one 枠.</summary>
internal sealed class PoolAllocation
{
    private readonly AllocationContext _context;
    private readonly PoolTask _pool;
    private readonly Rational[] _amounts;
    private readonly int[] _classes;
    private readonly AmountRounding _rounding;
    private readonly List<string> _accounts;
    private ImmutableArray<Rational> _classBudgets = [];

    public PoolAllocation(AllocationContext context, PoolTask pool)
    {
        (_context, _pool) = (context, pool);
        _amounts = new Rational[context.Count];
        _classes = new int[context.Count];
        Array.Fill(_amounts, Rational.Zero);
        Array.Fill(_classes, -1);
        _rounding = pool.Rounding;
        _accounts = [pool.Label];
    }

    /// <summary>Divides what is on the account of the 枠.</summary>
    public PoolPayments Run(Rational budget, Rational received)
    {
        if (!_pool.IsWithheld)
        {
            var rows = Members();
            var weights = Weights(rows);
            if (_pool.Classes is { } classes)
            {
                DivideClasses(classes, budget, rows, weights);
            }
            else
            {
                DivideRows(new PoolPlace(_pool.Label, _pool.Label), rows, weights);
            }
        }

        if (!_context.HasProblems)
        {
            PassOn();
        }

        return new PoolPayments(
            _pool.Label, budget, received, ImmutableArray.Create(_amounts), ExactSum.Of(_amounts), ImmutableArray.Create(_classes))
        {
            ClassBudgets = _classBudgets,
        };
    }

    /// <summary>対象 among those who are in the denominators.</summary>
    private int[] Members()
    {
        var members = _pool.Members?.Value;
        var rows = new List<int>();
        for (var row = 0; row < _context.Count; row++)
        {
            if (!_context.InBase[row])
            {
                continue;
            }

            if (members?[row] is null or Truth.True)
            {
                rows.Add(row);
            }
            else if (members?[row] == Truth.Unknown)
            {
                _context.Note(AllocationNoteKind.UnknownMember, _pool.Label, row);
            }
        }

        return [.. rows];
    }

    /// <summary>By row of the table: what it counts.</summary>
    private Rational[] Weights(int[] rows)
    {
        if (_pool.Weight is { } weight)
        {
            return weight.Value.ToRationals();
        }

        var shares = new Rational[_context.Count];
        Array.Fill(shares, _pool.Conditions.Length == 0 ? Rational.One : Rational.Zero);
        foreach (var condition in _pool.Conditions)
        {
            var met = condition.IsMet.Value;
            foreach (var row in rows)
            {
                if (met[row] == Truth.True)
                {
                    shares[row] += Rational.One;
                }
                else if (met[row] == Truth.Unknown)
                {
                    _context.Note(AllocationNoteKind.UnknownCondition, AllocationAccounts.Class(_pool.Label, condition.Label), row);
                }
            }
        }

        return shares;
    }

    private void DivideClasses(SizeClassesTask classes, Rational budget, int[] rows, Rational[] weights)
    {
        var members = Classify(classes, rows);
        if (_context.HasProblems || !FundClasses(classes, budget, members))
        {
            return;
        }

        for (var index = 0; index < members.Length; index++)
        {
            var label = classes.Classes[index].Label;
            DivideRows(new PoolPlace(_pool.Label, AllocationAccounts.Class(_pool.Label, label), label), members[index], weights);
        }
    }

    private int[][] Classify(SizeClassesTask classes, int[] rows)
    {
        var sizes = classes.Measure.Value;
        foreach (var row in rows)
        {
            if (sizes[row].IsMissing || sizes[row].Sign < 0)
            {
                _context.Report(AllocationProblemKind.UnusableSize, _pool.Label, row, sizes[row]);
                continue;
            }

            _classes[row] = 0;
            while (classes.Classes[_classes[row]].Below is { } below && sizes[row].CompareTo(below) >= 0)
            {
                _classes[row]++;
            }
        }

        List<int>[] members = [.. classes.Classes.Select(static _ => new List<int>())];
        foreach (var row in rows)
        {
            if (_classes[row] >= 0)
            {
                members[_classes[row]].Add(row);
            }
        }

        return [.. members.Select(static rows => rows.ToArray())];
    }

    private bool FundClasses(SizeClassesTask classes, Rational budget, int[][] members)
    {
        var keys = classes.Classes.Select(c => AllocationAccounts.Class(_pool.Label, c.Label)).ToImmutableArray();
        var weights = classes.BudgetMeasure is { } measure ? Measures(measure, members) : Given(classes, budget);
        if (_context.HasProblems)
        {
            return false;
        }

        var rounding = classes.BudgetMeasure is null ? AmountRounding.None : _pool.ClassRounding;
        var request = new ApportionmentRequest
        {
            Budget = Rational.Zero,
            Weights = weights,
            Rounding = rounding,
            Residue = _pool.Residue?.End == ResidueEnd.LargestRemainder && rounding.Mode != RoundingMode.None ? ResidueRule.LargestRemainder : ResidueRule.Report,
        };
        var result = _context.Books.DivideAmongAccounts(new PoolPlace(_pool.Label, _pool.Label), keys, request);
        _accounts.AddRange(keys);
        if (!result.IsDone)
        {
            _context.Translate(result.Problems.Select(p => p with { Recipient = -1 }), _pool.Label, []);
            return false;
        }

        _classBudgets = result.Amounts;
        return true;
    }

    /// <summary>規模別予算 … に比例: Σ of the measure over the rows of each class.</summary>
    private ImmutableArray<Rational> Measures(Lazy<QuantityRows> measure, int[][] members)
    {
        var values = measure.Value;
        for (var row = 0; row < _classes.Length; row++)
        {
            if (_classes[row] >= 0 && (values[row].IsMissing || values[row].Sign < 0))
            {
                _context.Report(AllocationProblemKind.UnusableSize, _pool.Label, row, values[row]);
            }
        }

        return _context.HasProblems ? [] : [.. members.Select(rows => ExactSum.Of(AllocationContext.Pick(values, rows).AsSpan()))];
    }

    /// <summary>Budgets as written; what spilled into the 枠 is shared in their proportion.</summary>
    private ImmutableArray<Rational> Given(SizeClassesTask classes, Rational budget)
    {
        ImmutableArray<Rational> given =
        [
            .. classes.Classes.Select(c => _context.Scalar(
                c.Budget ?? throw new ArgumentException($"`{c.Label}` has no budget."), AllocationAccounts.Class(_pool.Label, c.Label))),
        ];
        var difference = given.Aggregate(Rational.Zero, static (a, b) => a + b) - budget;
        if (!_context.HasProblems && difference.Sign != 0)
        {
            _context.Report(AllocationProblemKind.ClassesDoNotAddUp, _pool.Label, value: difference);
        }

        return given;
    }

    private void DivideRows(PoolPlace place, int[] rows, Rational[] weights)
    {
        var largestRemainder = _pool.Residue?.End == ResidueEnd.LargestRemainder && _rounding.Mode != RoundingMode.None;
        var own = _pool.Redistribution is { Weight: null, Members: null, Rounds: null };
        if ((_pool.Cap is not null || _pool.Floor is not null) && _pool.ShareRounding.Mode != RoundingMode.None)
        {
            _context.Report(AllocationProblemKind.ShareRoundingWithBounds, _pool.Label);
            return;
        }

        var request = new ApportionmentRequest
        {
            Budget = Rational.Zero,
            Weights = AllocationContext.Pick(weights, rows),
            ShareRounding = _pool.ShareRounding,
            Rounding = _rounding,
            Caps = AllocationContext.Bounds(_pool.Cap, rows),
            Floors = AllocationContext.Bounds(_pool.Floor, rows),
            Bounds = own ? BoundsRule.UntilSettled : BoundsRule.Once,
            Residue = largestRemainder ? ResidueRule.LargestRemainder : ResidueRule.Report,
            TieKeys = AllocationContext.TieKeys(largestRemainder ? _pool.Residue : null, rows),
            TieOrder = _pool.Residue?.KeyOrder ?? TieOrder.Ascending,
        };
        if (_context.Divide(place, rows, request, paid: Book) is not { } result || own || _pool.Redistribution is not { } redistribution || result.Unallocated.Sign <= 0)
        {
            return;
        }

        var caps = _pool.Cap?.Value;
        var again = new Redistribution(
            _context, redistribution, place.Account, place.SizeClass, _rounding, redistribution.Weight?.Value.ToRationals() ?? weights)
        {
            Room = row => caps is null ? null : caps[row] - _amounts[row],
            Residue = largestRemainder ? _pool.Residue : null,
        };
        again.Run(rows, Book);
        _accounts.AddRange(again.Accounts);
    }

    private void Book(int row, Rational amount) => _amounts[row] += amount;

    /// <summary>残余 of the 枠.</summary>
    private void PassOn()
    {
        var residue = _pool.Residue;
        if (residue is null && !_pool.IsWithheld)
        {
            _context.SharedAccounts.AddRange(_accounts);
            return;
        }

        switch (residue?.End)
        {
            case ResidueEnd.SpillOver when residue.Allocation < 0:
                Gather(_context.Task.Pools[residue.Pool].Label);
                break;
            case ResidueEnd.SpillOver:
                Gather(_pool.Label);
                _context.Spill(_pool.Label, residue);
                break;
            case ResidueEnd.Recipients:
                Gather(_pool.Label);
                var caps = _pool.Cap?.Value;
                new NamedRecipients(_context, residue, _pool.Label, _rounding)
                {
                    Room = row => caps is null ? null : caps[row] - _amounts[row],
                }.Pay(_pool.Label, Book);
                break;
            default:
                foreach (var account in _accounts)
                {
                    _context.SetDestination(account, residue?.End == ResidueEnd.CarryForward ? "翌回へ繰越" : _pool.IsWithheld ? "配分しない" : "報告");
                }

                break;
        }
    }

    private void Gather(string account)
    {
        foreach (var from in _accounts.Where(a => a != account && _context.Books.Balance(a).Sign != 0))
        {
            _context.Books.Transfer(from, account);
        }
    }
}
