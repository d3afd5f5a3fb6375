using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace KaigoDsl.Runtime;

/// <summary>
/// Carries out an allocation on whole numbers, without a certificate and in memory that is used again: amounts in parts of a yen that every rounding is a
/// multiple of, weights as 64-bit numbers. Where a rule has no whole numbers (amounts that nothing rounds, floors, remainders of the whole), a number
/// does not fit, or something is wrong with the data, it says so and the general way answers; where both answer, they pay the same yen.
/// </summary>
internal sealed partial class TrialRun
{
    /// <summary>Stands for 交付額 among the 枠.</summary>
    public const int PaymentsIndex = -2;

    /// <summary>Stands for 案 among the 枠.</summary>
    public const int ProposedIndex = -1;

    /// <summary>No sum of amounts may come near 2^63.</summary>
    private const long LargestAmount = 1L << 60;

    private const long LargestScale = 1_000_000;

    private readonly List<TrialPool> _pools = [];
    private readonly List<AllocationNote> _notes = [];
    private readonly List<ReceivedSpill> _spills = [];
    private AllocationTask? _task;
    private bool[] _inBase = [];
    private bool[] _payable = [];
    private long[] _held = [];
    private long[] _proposed = [];
    private int[] _baseRows = [];
    private int _baseCount;
    private int[] _payableRows = [];
    private int _payableCount;
    private Int128 _bound;
    private Rational _sharedBalance;
    private Rational _sharedRounding;
    private bool _keepsBalances;

    /// <summary>How many amounts make a yen: 1, or 100 where something is rounded to hundredths.</summary>
    public long Scale { get; private set; }

    public int Count { get; private set; }

    /// <summary>交付額 by row.</summary>
    public ReadOnlySpan<long> Payments => _held.AsSpan(0, Count);

    /// <summary>案 by row.</summary>
    public ReadOnlySpan<long> Proposed => _proposed.AsSpan(0, Count);

    /// <summary>Who is in the denominators.</summary>
    private ReadOnlySpan<int> BaseRows => _baseRows.AsSpan(0, _baseCount);

    private AllocationTask Task => _task ?? throw new InvalidOperationException("Nothing was allocated.");

    /// <summary>What a 枠 paid, by row.</summary>
    public ReadOnlySpan<long> Pool(int index) => _pools[index].Amounts.AsSpan(0, Count);

    /// <summary>交付額 (−2), 案 (−1) or what a 枠 paid, in yen; every amount must be whole.</summary>
    public ReadOnlyMemory<long> Yen(int index)
    {
        var memory = (index switch { PaymentsIndex => _held, ProposedIndex => _proposed, _ => _pools[index].Amounts }).AsMemory(0, Count);
        if (Scale == 1)
        {
            return memory;
        }

        var yen = new long[Count];
        for (var row = 0; row < yen.Length; row++)
        {
            yen[row] = memory.Span[row] / Scale;
        }

        return yen;
    }

    /// <summary>Carries it out; false where the general way has to.</summary>
    public bool TryCarryOut(AllocationTask task, ImmutableArray<ReceivedSpill> received)
    {
        (_task, Count) = (task, task.Keys.Values.Length);
        _notes.Clear();
        _spills.Clear();
        (_bound, _sharedBalance, _sharedRounding) = (0, Rational.Zero, Rational.Zero);
        if (Count == 0 || !task.MissingColumns.IsEmpty || !task.Keys.AreUsable || !HasWholeUnits() || !FindRecipients() || !Fund(received))
        {
            return false;
        }

        for (var index = 0; index < task.Pools.Length; index++)
        {
            if (!TryPool(task.Pools[index], _pools[index], index))
            {
                return false;
            }
        }

        SumPools();
        return TryWhole();
    }

    /// <summary>The same as the general way hands it out.</summary>
    public AllocationOutcome ToOutcome() => new()
    {
        IsWhole = true,
        Notes = [.. _notes],
        Pools = [.. Task.Pools.Select((pool, index) => _pools[index].ToPayments(pool.Label, Count, Scale))],
        Proposed = ToAmounts(Proposed, Scale),
        Payments = ToAmounts(Payments, Scale),
        Spills = [.. _spills],
    };

    /// <summary>Amounts in yen.</summary>
    public static ImmutableArray<Rational> ToAmounts(ReadOnlySpan<long> values, long scale)
    {
        var amounts = new Rational[values.Length];
        for (var row = 0; row < amounts.Length; row++)
        {
            amounts[row] = scale == 1 ? Rational.FromInt64(values[row]) : Rational.Create(values[row], scale);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(amounts);
    }

    /// <summary>Whether every amount is a multiple of something; finds of what.</summary>
    private bool HasWholeUnits()
    {
        (Scale, _keepsBalances) = (1, Task.Transition is not null || Spills(Task.Residue));
        var whole = Task.Residue.End is ResidueEnd.LargestRemainder or ResidueEnd.Recipients || Task.Floor is not null;
        if (whole || (Task.Transition is { } transition && Task.TotalRounding.Mode == RoundingMode.None && transition.Share.Value is not { IsMissing: false, Sign: 0 }) || (Task.Cap is not null && Task.Rounding.Mode == RoundingMode.None))
        {
            return false;
        }

        var isWhole = Include(Task.Rounding) && Include(Task.TotalRounding);
        foreach (var pool in Task.Pools)
        {
            _keepsBalances |= Spills(pool.Residue);
            isWhole &= pool.IsWithheld
                || (pool.Rounding.Mode != RoundingMode.None && pool.ShareRounding.Mode == RoundingMode.None && pool.Floor is null && Include(pool.Rounding));
            isWhole &= pool.Residue?.End is not ResidueEnd.Recipients;
        }

        return isWhole;
    }

    private static bool Spills(ResidueTask? residue) => residue?.End == ResidueEnd.SpillOver;

    private bool Include(AmountRounding rounding)
    {
        if (rounding.Mode == RoundingMode.None)
        {
            return true;
        }

        if (!rounding.Unit.TryGetInt64(out var numerator, out var denominator) || numerator > LargestAmount / LargestScale)
        {
            return false;
        }

        Scale = RowArithmetic.LeastCommonMultiple(Scale, denominator);
        return Scale <= LargestScale;
    }

    /// <summary>A rounding's unit in amounts.</summary>
    private long UnitOf(AmountRounding rounding) =>
        rounding.Unit.TryGetInt64(out var numerator, out var denominator) ? numerator * (Scale / denominator) : throw new InvalidOperationException("Units were checked.");

    /// <summary>交付要件.</summary>
    private bool FindRecipients()
    {
        Fit(ref _inBase);
        Fit(ref _payable);
        Fit(ref _held);
        Fit(ref _proposed);
        Fit(ref _payableRows);
        Fit(ref _baseRows);
        _inBase.AsSpan(0, Count).Fill(true);
        _payable.AsSpan(0, Count).Fill(true);
        foreach (var gate in Task.Gates)
        {
            var met = gate.IsMet.Value.Values;
            if (met.Contains(Truth.Unknown))
            {
                return false;
            }

            for (var row = 0; row < met.Length; row++)
            {
                var passes = met[row] == Truth.True;
                _payable[row] &= passes;
                _inBase[row] &= passes || !gate.LeavesBase;
            }
        }

        (_payableCount, _baseCount) = (0, 0);
        for (var row = 0; row < Count; row++)
        {
            (_payableRows[_payableCount], _baseRows[_baseCount]) = (row, row);
            _payableCount += _payable[row] ? 1 : 0;
            _baseCount += _inBase[row] ? 1 : 0;
        }

        return true;
    }

    /// <summary>What rows hold once all 枠 have paid.</summary>
    private void SumPools()
    {
        var held = _held.AsSpan(0, Count);
        held.Clear();
        for (var index = 0; index < Task.Pools.Length; index++)
        {
            if (!Task.Pools[index].IsWithheld)
            {
                var amounts = Pool(index);
                for (var row = 0; row < held.Length; row++)
                {
                    held[row] += amounts[row];
                }
            }
        }
    }

    /// <summary>Puts on the account of every 枠 its budget and its part of what others left.</summary>
    private bool Fund(ImmutableArray<ReceivedSpill> received)
    {
        var (budget, total) = (Task.Budget.Value, Rational.Zero);
        while (_pools.Count < Task.Pools.Length)
        {
            _pools.Add(new TrialPool());
        }

        for (var index = 0; index < Task.Pools.Length; index++)
        {
            _pools[index].Begin(Task.Pools[index].Budget.Value, Count);
            if (_pools[index].Budget.IsMissing || _pools[index].Budget.Sign < 0)
            {
                return false;
            }

            total += _pools[index].Budget;
        }

        if (budget.IsMissing || total != budget)
        {
            return false;
        }

        for (var index = 0; index < Task.Pools.Length; index++)
        {
            var spilled = Rational.Zero;
            foreach (var spill in received)
            {
                var part = spill.Pool == index ? spill.Amount
                    : spill.Pool >= 0 ? Rational.Zero
                    : total.Sign > 0 ? spill.Amount * _pools[index].Budget / total
                    : index == 0 ? spill.Amount : Rational.Zero;
                spilled += part.Sign > 0 ? part : Rational.Zero;
            }

            _pools[index].Received = spilled;
        }

        return true;
    }

    private void Fit<T>(ref T[] memory)
    {
        if (memory.Length < Count + 1)
        {
            memory = new T[Count + 1];
        }
    }
}
