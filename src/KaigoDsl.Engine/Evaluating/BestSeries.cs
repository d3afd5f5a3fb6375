using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;

namespace KaigoDsl.Engine;

/// <summary>高い方: chooses the series that counts, row by row, and clears the others.</summary>
internal static class BestSeries
{
    public static void Run(EvaluationState state, BestStep step)
    {
        var sources = step.Candidates.Select(candidate => state.Slot(candidate.Slot)).ToArray();
        var target = new int[state.Count];
        var chosen = new int[state.Count];
        for (var row = 0; row < target.Length; row++)
        {
            var best = Choose(state, step, sources, row);
            chosen[row] = best;
            target[row] = best < 0 ? ScoreColumn.Unknown : Cap(sources[best][row], step.Cap);
        }

        state.SetSlot(step.Target, target);
        if (step.Books)
        {
            state.Chosen[step.Target] = Array.ConvertAll(chosen, index => index < 0 ? -1 : step.Candidates[index].Slot);
            Book(state, step, chosen);
        }
    }

    private static int Cap(int points, int? cap) => cap is { } most ? Points.AtMost(points, most) : points;

    /// <summary>Index of the chosen candidate; -1 when a score is unknown, so that nobody can say which is better.</summary>
    private static int Choose(EvaluationState state, BestStep step, int[][] sources, int row)
    {
        var best = -1;
        for (var i = 0; i < sources.Length; i++)
        {
            if (sources[i][row] == ScoreColumn.Unknown)
            {
                return -1;
            }

            if (best < 0 || sources[i][row] > sources[best][row]
                || (sources[i][row] == sources[best][row] && StandsBefore(state, step.Candidates[i], step.Candidates[best], row)))
            {
                best = i;
            }
        }

        return best;
    }

    private static bool StandsBefore(EvaluationState state, SeriesCandidate challenger, SeriesCandidate holder, int row)
    {
        var (standing, n) = Standing(state, challenger.Ranking, row);
        var (otherStanding, otherN) = Standing(state, holder.Ranking, row);
        return Ranking.CompareStanding(standing, n, otherStanding, otherN) < 0;
    }

    private static (int Standing, int N) Standing(EvaluationState state, int ranking, int row) =>
        ranking < 0 ? (0, 0) : (state.Ranking(ranking).Standing[row], state.Ranking(ranking).N);

    private static void Book(EvaluationState state, BestStep step, int[] chosen)
    {
        for (var i = 0; i < step.Candidates.Length; i++)
        {
            foreach (var slot in step.Candidates[i].Below.Append(step.Candidates[i].Slot))
            {
                var points = state.Slot(slot);
                var lost = state.Lost[slot] ??= new bool[state.Count];
                for (var row = 0; row < points.Length; row++)
                {
                    if (chosen[row] >= 0 && chosen[row] != i)
                    {
                        points[row] = 0;
                        lost[row] = true;
                    }
                }
            }
        }
    }
}
