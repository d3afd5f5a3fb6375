using System.Collections.Immutable;

namespace KaigoDsl.Runtime;

/// <summary>What a <see cref="TrialRun"/> knows about one 枠.</summary>
internal sealed class TrialPool
{
    private int _count;

    /// <summary>In 円.</summary>
    public Rational Budget { get; private set; }

    /// <summary>What spilled into it, in 円.</summary>
    public Rational Received { get; set; }

    /// <summary>What is on the accounts of the 枠 after it has paid, in 円; worked out only where something looks at it.</summary>
    public Rational Left { get; set; }

    /// <summary>What rounding left of that, in 円.</summary>
    public Rational LeftByRounding { get; set; }

    /// <summary>By row, in the parts of a yen that the run counts in.</summary>
    public long[] Amounts { get; private set; } = [];

    /// <summary>By row: index of its 区分; −1 when it has none.</summary>
    public int[] Classes { get; private set; } = [];

    /// <summary>By 区分: its budget in 円.</summary>
    public List<Rational> ClassBudgets { get; } = [];

    /// <summary>By 区分: its part of the budget, where budgets are in proportion and nothing rounds them; <see cref="ClassBudgets"/> is then empty.</summary>
    public List<long> ClassShares { get; } = [];

    public void Begin(Rational budget, int count)
    {
        _count = count;
        (Budget, Received, Left, LeftByRounding) = (budget, Rational.Zero, Rational.Zero, Rational.Zero);
        if (Amounts.Length < count)
        {
            (Amounts, Classes) = (new long[count], new int[count]);
        }

        Amounts.AsSpan(0, count).Clear();
        Classes.AsSpan(0, count).Fill(-1);
        ClassBudgets.Clear();
        ClassShares.Clear();
    }

    public PoolPayments ToPayments(string label, int count, long scale)
    {
        var amounts = TrialRun.ToAmounts(Amounts.AsSpan(0, count), scale);
        return new PoolPayments(label, Budget, Received, amounts, ExactSum.Of(amounts.AsSpan()), [.. Classes.AsSpan(0, _count)])
        {
            ClassBudgets = ClassShares.Count == 0 ? [.. ClassBudgets] : Shares(),
        };
    }

    private ImmutableArray<Rational> Shares()
    {
        var level = (Budget + Received) / Rational.FromInt64(ClassShares.Sum());
        return [.. ClassShares.Select(share => level * Rational.FromInt64(share))];
    }
}
