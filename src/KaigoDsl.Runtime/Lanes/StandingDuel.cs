namespace KaigoDsl.Runtime;

/// <summary>
/// Which of two rankings a row stands better in, as 高い方 asks: the smaller rank ÷ N wins. Told by the bounds that fine keys give, and by
/// exact standings only where these leave it open.
/// </summary>
internal readonly unsafe struct StandingDuel
{
    private readonly RankState? _challenger;
    private readonly RankState? _holder;
    private readonly byte* _fine;
    private readonly byte* _otherFine;
    private readonly int* _above;
    private readonly int* _otherAbove;
    private readonly int _n;
    private readonly int _otherN;

    /// <summary>Prepares for rows.</summary>
    /// <param name="challenger">The ranking of the series written later; <see langword="null"/> when it has none.</param>
    /// <param name="holder">The ranking of the one before; <see langword="null"/> when it has none.</param>
    public StandingDuel(RankState? challenger, RankState? holder)
    {
        (_challenger, _holder) = (challenger, holder);
        (_n, _otherN) = (challenger?.N ?? 0, holder?.N ?? 0);
        if (challenger is { IsOrdered: false } && holder is { IsOrdered: false })
        {
            _fine = challenger.Fine;
            _above = challenger.Above;
            _otherFine = holder.Fine;
            _otherAbove = holder.Above;
        }
    }

    /// <summary>Whether the challenger stands strictly better.</summary>
    /// <param name="row">The row.</param>
    /// <param name="count">Rows of the table.</param>
    public bool IsWon(int row, int count)
    {
        if (_fine == null)
        {
            return IsWonExactly(row, count);
        }

        var (level, otherLevel) = (_fine[row], _otherFine[row]);
        if (level == 0 || otherLevel == 0)
        {
            // Level 0 is that of rows not ranked, who are behind those that are.
            return level != 0 && otherLevel == 0;
        }

        // Worst against best, best against worst.
        if ((long)_above[level - 1] * _otherN < (_otherAbove[otherLevel] + 1L) * _n)
        {
            return true;
        }

        return (_above[level] + 1L) * _otherN < (long)_otherAbove[otherLevel - 1] * _n && IsWonExactly(row, count);
    }

    private bool IsWonExactly(int row, int count) =>
        Ranking.CompareStanding(_challenger?.Standing(row, count) ?? 0, _n, _holder?.Standing(row, count) ?? 0, _otherN) < 0;
}
