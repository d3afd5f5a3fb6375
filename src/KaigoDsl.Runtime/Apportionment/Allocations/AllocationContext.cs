using System.Collections.Immutable;

namespace KaigoDsl.Runtime;

/// <summary>What the parts of one allocation share: who may be paid, the books, what was found on the way.</summary>
internal sealed class AllocationContext
{
    private readonly ImmutableArray<AllocationProblem>.Builder _problems = ImmutableArray.CreateBuilder<AllocationProblem>();
    private readonly ImmutableArray<AllocationNote>.Builder _notes = ImmutableArray.CreateBuilder<AllocationNote>();
    private readonly Dictionary<string, string> _destinations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _targets = new(StringComparer.Ordinal);
    private readonly List<ReceivedSpill> _spills = [];

    public AllocationContext(AllocationTask task, ImmutableArray<ReceivedSpill> received, bool certify)
    {
        (Task, Received) = (task, received);
        Books = certify ? new LedgerBooks(task.Name, task.Keys.Values) : new TrialBooks(task.Keys.Values);
        InBase = new bool[Count];
        Payable = new bool[Count];
        KeepsExact = task.Residue.End == ResidueEnd.LargestRemainder;
        Exact = KeepsExact ? new Rational[Count] : [];
        Array.Fill(Exact, Rational.Zero);
    }

    public AllocationTask Task { get; }

    public ImmutableArray<ReceivedSpill> Received { get; }

    public int Count => Keys.Length;

    public AllocationBooks Books { get; }

    public ImmutableArray<string> Keys => Task.Keys.Values;

    /// <summary>By row: whether it is in the denominators.</summary>
    public bool[] InBase { get; }

    /// <summary>By row: whether it may be paid.</summary>
    public bool[] Payable { get; }

    /// <summary>Whether exact amounts are kept: only a largest remainder of the whole looks at them.</summary>
    public bool KeepsExact { get; }

    /// <summary>By row: what it would hold if nothing had been rounded; empty when they are not kept.</summary>
    public Rational[] Exact { get; }

    /// <summary>Accounts whose rounding residue, and whose rest, belongs to the residue of the whole.</summary>
    public List<string> SharedAccounts { get; } = [];

    public bool HasProblems => _problems.Count > 0;

    public void Report(AllocationProblemKind kind, string place, int row = -1, Rational value = default, string name = "") =>
        _problems.Add(new AllocationProblem(kind, place, row, value, name));

    public void Note(AllocationNoteKind kind, string place, int row) => _notes.Add(new AllocationNote(kind, place, row));

    public void SetDestination(string account, string destination) => _destinations[account] = destination;

    /// <summary>Leaves what is on an account to a later allocation.</summary>
    public void Spill(string account, ResidueTask residue)
    {
        if (Books.Balance(account) is { Sign: > 0 } amount)
        {
            _spills.Add(new ReceivedSpill(Task.Name, residue.Allocation, residue.Pool, amount));
            _targets[account] = residue.AllocationName;
        }
    }

    /// <summary>交付要件, and keys that payments can be booked under.</summary>
    public void FindRecipients()
    {
        foreach (var column in Task.MissingColumns)
        {
            Report(AllocationProblemKind.MissingColumn, string.Empty, name: column);
        }

        // Without the column nothing else that is said about it would help.
        if (HasProblems)
        {
            return;
        }

        if (Count == 0)
        {
            Report(AllocationProblemKind.NoRows, string.Empty);
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var row = 0; row < Count; row++)
        {
            if (Keys[row].Length == 0 || !seen.Add(Keys[row]))
            {
                Report(AllocationProblemKind.UnusableKey, string.Empty, row);
            }

            (InBase[row], Payable[row]) = (true, true);
            foreach (var gate in Task.Gates)
            {
                switch (gate.IsMet.Value[row])
                {
                    case Truth.Unknown:
                        Report(AllocationProblemKind.UndecidedGate, string.Empty, row, name: gate.Label);
                        break;
                    case Truth.False:
                        Payable[row] = false;
                        InBase[row] &= !gate.LeavesBase;
                        break;
                }
            }
        }
    }

    /// <summary>A budget made of numbers and constants.</summary>
    public Rational Scalar(Lazy<Rational> amount, string place)
    {
        var value = Count == 0 ? Rational.Zero : amount.Value;
        if (value.IsMissing || value.Sign < 0)
        {
            Report(value.IsMissing ? AllocationProblemKind.MissingBudget : AllocationProblemKind.NegativeBudget, place, value: value);
        }

        return value;
    }

    /// <summary>The values of some rows.</summary>
    public static ImmutableArray<Rational> Pick(QuantityRows values, int[] rows)
    {
        var picked = ImmutableArray.CreateBuilder<Rational>(rows.Length);
        foreach (var row in rows)
        {
            picked.Add(values[row]);
        }

        return picked.MoveToImmutable();
    }

    /// <summary>The values of some rows.</summary>
    public static ImmutableArray<Rational> Pick(Rational[] values, int[] rows)
    {
        var picked = ImmutableArray.CreateBuilder<Rational>(rows.Length);
        foreach (var row in rows)
        {
            picked.Add(values[row]);
        }

        return picked.MoveToImmutable();
    }

    /// <summary>Caps or floors of some rows; empty when there are none.</summary>
    public static ImmutableArray<Rational?> Bounds(Lazy<QuantityRows>? bound, int[] rows) =>
        bound is null ? [] : [.. rows.Select(row => (Rational?)bound.Value[row])];

    /// <summary>Divides an account among rows and keeps the exact amounts; false when it was refused.</summary>
    public ApportionmentResult? Divide(PoolPlace place, int[] rows, ApportionmentRequest request, bool recall = false, Action<int, Rational>? paid = null)
    {
        var result = Books.Divide(place, rows, request, recall, Payable);
        if (!result.IsDone)
        {
            Translate(result.Problems, place.SizeClass is null ? place.Title : AllocationAccounts.Class(place.Title, place.SizeClass), rows);
            return null;
        }

        for (var i = 0; i < rows.Length; i++)
        {
            if (!Payable[rows[i]])
            {
                continue;
            }

            if (KeepsExact)
            {
                Exact[rows[i]] = recall ? result.Quota(i) : Exact[rows[i]] + result.Quota(i);
            }

            paid?.Invoke(rows[i], result.Amounts[i]);
        }

        return result;
    }

    /// <summary>The tie key of a largest remainder by row; empty when the row keys decide.</summary>
    public static ImmutableArray<Rational> TieKeys(ResidueTask? residue, int[] rows) =>
        residue?.Key is { } key ? [.. rows.Select(row => key.Value[row])] : [];

    public void Translate(IEnumerable<ApportionmentProblem> problems, string place, int[] rows)
    {
        foreach (var problem in problems)
        {
            Report(
                problem.Kind switch
                {
                    ApportionmentProblemKind.MissingBudget => AllocationProblemKind.MissingBudget,
                    ApportionmentProblemKind.NegativeBudget => AllocationProblemKind.NegativeBudget,
                    ApportionmentProblemKind.MissingWeight => AllocationProblemKind.MissingWeight,
                    ApportionmentProblemKind.NegativeWeight => AllocationProblemKind.NegativeWeight,
                    ApportionmentProblemKind.MissingBound => AllocationProblemKind.MissingBound,
                    ApportionmentProblemKind.NegativeBound => AllocationProblemKind.NegativeBound,
                    ApportionmentProblemKind.CapBelowFloor => AllocationProblemKind.CapBelowFloor,
                    ApportionmentProblemKind.FloorsExceedBudget => AllocationProblemKind.FloorsExceedBudget,
                    ApportionmentProblemKind.MissingTieKey => AllocationProblemKind.MissingTieKey,
                    _ => AllocationProblemKind.UndecidedTie,
                },
                place,
                problem.Recipient < 0 ? -1 : rows[problem.Recipient],
                problem.Value);
        }
    }

    public AllocationOutcome Refuse() => new() { Problems = _problems.ToImmutable(), Notes = _notes.ToImmutable() };

    public AllocationOutcome Close(ImmutableArray<PoolPayments> pools, ImmutableArray<Rational> proposed)
    {
        var certificate = Books.Close(account =>
            _targets.TryGetValue(account, out var target) ? "配分へ " + target
            : _destinations.GetValueOrDefault(account, "報告"));
        var json = certificate is null ? string.Empty : CertificateWriter.ToJson(certificate);
        return new AllocationOutcome
        {
            Notes = _notes.ToImmutable(),
            Pools = pools,
            Proposed = proposed,
            Payments = [.. Enumerable.Range(0, Count).Select(Books.Held)],
            Spills = [.. _spills],
            Certificate = certificate,
            CertificateJson = json,
            Verification = certificate is null ? null : CertificateVerifier.Verify(json),
        };
    }
}
