using System.Runtime.InteropServices;

namespace KaigoDsl.Runtime;

/// <summary>
/// Takes one row through the clauses of a decision (判定), in order: the first that holds decides. A clause whose condition is unknown is
/// passed over but remembered: when the clause that holds decides the other way, nobody can tell, and the decision is unknown.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public struct ClauseWalk
{
    private bool _maybeMet;
    private bool _maybeNotMet;
    private int _next;
    private int _decided;

    /// <summary>Begins before the first clause.</summary>
    public static ClauseWalk Begin() => new() { _decided = -1 };

    /// <summary>Index of the clause that decided, and is the reason; -1 where it cannot be decided.</summary>
    public readonly int Decided => _decided;

    /// <summary>Tries the next clause.</summary>
    /// <param name="isMet">Whether it decides 該当.</param>
    /// <param name="condition">Whether it holds.</param>
    /// <returns>Whether it holds, so that no further clause is tried.</returns>
    public bool Try(bool isMet, Truth condition)
    {
        if (condition == Truth.True)
        {
            _decided = (isMet ? _maybeNotMet : _maybeMet) ? -1 : _next;
            return true;
        }

        _maybeMet |= isMet && condition == Truth.Unknown;
        _maybeNotMet |= !isMet && condition == Truth.Unknown;
        _next++;
        return false;
    }

    /// <summary>The last clause, which has no condition.</summary>
    /// <param name="isMet">Whether it decides 該当.</param>
    public bool Otherwise(bool isMet) => Try(isMet, Truth.True);
}
