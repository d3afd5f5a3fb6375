using System.Collections.Immutable;

namespace KaigoDsl.Runtime;

/// <summary>A decision (判定) taken for every row of a table.</summary>
/// <typeparam name="TOutcome">Its outcomes: one for each clause, and the default for 不明.</typeparam>
public sealed class DecisionColumn<TOutcome>
    where TOutcome : struct, Enum
{
    /// <summary>What is shown for a row that cannot be decided.</summary>
    public const string UnknownReason = "不明（判定に必要な値がない）";

    private readonly int[] _decided;

    /// <summary>Creates the column; the array is taken over and must not be written to afterwards.</summary>
    /// <param name="clauses">The clauses, in order.</param>
    /// <param name="decided">By row, the index of the clause that decided; -1 where it cannot be decided.</param>
    public DecisionColumn(ImmutableArray<DecisionClause<TOutcome>> clauses, int[] decided)
    {
        Clauses = clauses;
        _decided = decided;
    }

    /// <summary>The clauses, in order.</summary>
    public ImmutableArray<DecisionClause<TOutcome>> Clauses { get; }

    /// <summary>Number of rows.</summary>
    public int Count => _decided.Length;

    /// <summary>The outcome of a row; the default (不明) where it cannot be decided.</summary>
    public TOutcome this[int row] => Clause(row)?.Outcome ?? default;

    /// <summary>The clause that decided for a row, and is the reason; <see langword="null"/> where it cannot be decided.</summary>
    public DecisionClause<TOutcome>? Clause(int row) => _decided[row] < 0 ? null : Clauses[_decided[row]];

    /// <summary>Whether a row is 該当; unknown where it cannot be decided.</summary>
    public Truth IsMet(int row) => Clause(row) is { } clause ? Kleene.From(clause.IsMet) : Truth.Unknown;

    /// <summary>By row, whether it is 該当; unknown where it cannot be decided.</summary>
    /// <param name="room">Where the truths stand.</param>
    public TruthRows MetRows(RowRoom room)
    {
        ArgumentNullException.ThrowIfNull(room);
        Span<Truth> byClause = stackalloc Truth[Clauses.Length + 1];
        byClause[0] = Truth.Unknown;
        for (var i = 0; i < Clauses.Length; i++)
        {
            byClause[i + 1] = Kleene.From(Clauses[i].IsMet);
        }

        var rows = room.TakeTruths();
        var truths = rows.Begin();
        for (var row = 0; row < truths.Length; row++)
        {
            truths[row] = byClause[_decided[row] + 1];
        }

        return rows;
    }

    /// <summary>The label of the clause that decided; <see langword="null"/> where it cannot be decided.</summary>
    public string? Label(int row) => Clause(row)?.Label;

    /// <summary>Why, to be shown.</summary>
    public string Reason(int row) => Clause(row)?.Reason ?? UnknownReason;
}
