using System.Collections.Immutable;

namespace KaigoDsl.Runtime;

/// <summary>
/// What an allocation pays, in memory that is used again: handed to the next run it takes its amounts instead, and columns handed out before show them.
/// Made without a certificate; <see cref="FromOutcome"/> wraps a run that has one.
/// </summary>
/// <remarks>Not safe for several threads at once.</remarks>
public sealed class AllocationAmounts
{
    private readonly TrialRun _run = new();
    private AllocationOutcome? _outcome;

    /// <summary>The memory in which expressions of the allocation are worked out.</summary>
    public RowRoom Room { get; } = new(0);

    /// <summary>Number of rows.</summary>
    public int Count => IsWhole ? _run.Count : _outcome?.Payments.Length ?? 0;

    /// <summary>Whether the amounts were found in whole numbers throughout; otherwise as fractions, with the same result.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>The amounts as fractions, with notes and what goes to later allocations; why it was refused.</summary>
    /// <exception cref="InvalidOperationException">Nothing was allocated yet.</exception>
    public AllocationOutcome Outcome => _outcome ??= IsWhole ? _run.ToOutcome() : throw new InvalidOperationException("Nothing was allocated yet.");

    /// <summary>交付額 by row, where every amount is whole yen.</summary>
    public YenColumn PaidYen => Yen(TrialRun.PaymentsIndex);

    /// <summary>案 by row, where every amount is whole yen.</summary>
    public YenColumn ProposedYen => Yen(TrialRun.ProposedIndex);

    /// <summary>交付額 by row.</summary>
    public AmountColumn Paid => AmountColumn.FromAmounts(Outcome.Payments);

    /// <summary>案 by row.</summary>
    public AmountColumn Proposed => AmountColumn.FromAmounts(Outcome.Proposed);

    /// <summary>The amounts of a run.</summary>
    public static AllocationAmounts FromOutcome(AllocationOutcome outcome) => new() { _outcome = outcome };

    /// <summary>Carries out an allocation.</summary>
    /// <param name="task">The allocation; its expressions may stand in <see cref="Room"/>.</param>
    /// <param name="received">What earlier allocations left to it.</param>
    /// <exception cref="AllocationRefusedException">It is refused, with every reason.</exception>
    public void CarryOut(AllocationTask task, ImmutableArray<ReceivedSpill> received = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        var spills = received.IsDefault ? [] : received;
        _outcome = null;
        IsWhole = _run.TryCarryOut(task, spills);
        if (!IsWhole)
        {
            _outcome = AllocationRefusedException.ThrowIfRefused(task.Name, AllocationRun.CarryOutAsFractions(task, spills, certify: false));
        }
    }

    /// <summary>What a 枠 paid by row, where every amount is whole yen.</summary>
    /// <param name="index">Of the 枠, in written order.</param>
    public YenColumn PoolYen(int index) => Yen(index);

    /// <summary>What a 枠 paid by row.</summary>
    /// <param name="index">Of the 枠, in written order.</param>
    public AmountColumn Pool(int index) => AmountColumn.FromAmounts(Outcome.Pools[index].Amounts);

    private YenColumn Yen(int index) =>
        IsWhole ? new YenColumn(_run.Yen(index))
        : YenColumn.FromAmounts(index switch
        {
            TrialRun.PaymentsIndex => Outcome.Payments,
            TrialRun.ProposedIndex => Outcome.Proposed,
            _ => Outcome.Pools[index].Amounts,
        });
}
