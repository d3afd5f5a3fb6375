using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace KaigoDsl.Runtime;

/// <summary>Decisions (判定) of whole tables, 64 rows at a time.</summary>
internal static class RowDecisions
{
    private const int Width = RowBlocks.Rows;

    /// <summary>More clauses than a byte can count are walked through row by row.</summary>
    private const int MostClauses = 126;

    public static void Decide(ReadOnlySpan<(bool IsMet, TruthRows? Condition)> clauses, Span<int> decided)
    {
        var row = 0;
        if (clauses.Length <= MostClauses)
        {
            Span<byte> block = stackalloc byte[Width];
            for (; row <= decided.Length - Width; row += Width)
            {
                Walk(clauses, row).CopyTo(block);
                for (var i = 0; i < Width; i++)
                {
                    decided[row + i] = block[i] - 1;
                }
            }
        }

        for (; row < decided.Length; row++)
        {
            var walk = ClauseWalk.Begin();
            foreach (var (isMet, condition) in clauses)
            {
                if (walk.Try(isMet, condition is null ? Truth.True : condition[row]))
                {
                    break;
                }
            }

            decided[row] = walk.Decided;
        }
    }

    /// <summary>By row the clause that decided, counted from 1; 0 where it cannot be decided.</summary>
    private static Vector512<byte> Walk(ReadOnlySpan<(bool IsMet, TruthRows? Condition)> clauses, int row)
    {
        var (isOpen, maybeMet, maybeNotMet, decided) = (Vector512<byte>.AllBitsSet, Vector512<byte>.Zero, Vector512<byte>.Zero, Vector512<byte>.Zero);
        for (var clause = 0; clause < clauses.Length; clause++)
        {
            var (isMet, condition) = clauses[clause];
            var truth = condition is null
                ? Vector512.Create((byte)Truth.True)
                : Vector512.Create(MemoryMarshal.AsBytes(condition.Values[row..]));
            var holds = Vector512.Equals(truth, Vector512.Create((byte)Truth.True)) & isOpen;
            decided |= Vector512.AndNot(holds, isMet ? maybeNotMet : maybeMet) & Vector512.Create((byte)(clause + 1));
            isOpen = Vector512.AndNot(isOpen, holds);
            var unknown = Vector512.Equals(truth, Vector512<byte>.Zero) & isOpen;
            (maybeMet, maybeNotMet) = isMet ? (maybeMet | unknown, maybeNotMet) : (maybeMet, maybeNotMet | unknown);
        }

        return decided;
    }
}
