namespace KaigoDsl.Synthesis.Solving;

/// <summary>
/// How many entities reach which step of two series of which only the better one is booked (高い方), so that each series by itself
/// has its tiers' counts and the booked counts are the published ones.
/// </summary>
/// <param name="Cells">[a, b]: entities that reach step a of the first series and step b of the second; 0 is none.</param>
/// <param name="FirstWins">By step a: of the entities in [a, a], those for which the first series is booked.</param>
internal sealed record JointTiers(int[,] Cells, int[] FirstWins)
{
    /// <summary>Finds such numbers.</summary>
    /// <param name="n">All entities.</param>
    /// <param name="first">By step, from the easiest: how many reach it in the first series.</param>
    /// <param name="second">The same for the second series.</param>
    /// <param name="firstBooked">By step: how many reach it in the first series and have it booked.</param>
    /// <param name="secondBooked">The same for the second series.</param>
    /// <param name="reason">Why there are none.</param>
    /// <remarks>
    /// With exact levels r, c (reached) and α, β (booked): row a consists of the entities whose second series is worse, all booked
    /// under the first; the tied ones; and V(a) whose second series is better. So V(a) + W(a) + tied(a) = r(a) + c(a) − α(a) − β(a) is
    /// fixed, and of the tied ones c(a) − β(a) − W(a) go to the first series. V and W are chosen as near as possible to what
    /// independent series would have; what is above and below the diagonal then is a transport on a staircase, which exists exactly
    /// when every leading part has enough supply.
    /// </remarks>
    public static JointTiers? Solve(
        int n, ReadOnlySpan<int> first, ReadOnlySpan<int> second, ReadOnlySpan<int> firstBooked, ReadOnlySpan<int> secondBooked, out string? reason)
    {
        var steps = first.Length;
        var r = Exact(n, first);
        var c = Exact(n, second);
        var alpha = Exact(n, firstBooked);
        var beta = Exact(n, secondBooked);
        if (r.Concat(c).Concat(alpha).Concat(beta).Any(x => x < 0))
        {
            reason = "a harder step is reached by more entities than an easier one";
            return null;
        }

        // Percentages of what independence would give: both series depend on the same entity, so more than 100 is likely, too.
        foreach (var percent in (ReadOnlySpan<int>)[100, 90, 110, 80, 120, 70, 60, 130, 50, 40, 150, 30, 20, 10, 0])
        {
            if (Try(n, steps, r, c, alpha, beta, percent) is { } found)
            {
                reason = null;
                return found;
            }
        }

        reason = "no joint distribution of the two series has both the tiers and the booked counts";
        return null;
    }

    private static JointTiers? Try(int n, int steps, int[] r, int[] c, int[] alpha, int[] beta, int percent)
    {
        var (rowAbove, columnBelow) = (new int[steps + 1], new int[steps + 1]);
        var (tied, firstWins) = (new int[steps + 1], new int[steps + 1]);
        for (var a = 1; a <= steps; a++)
        {
            var shell = r[a] + c[a] - alpha[a] - beta[a];
            var above = Independent(n, r[a], c.AsSpan(a + 1), percent);
            var below = Independent(n, c[a], r.AsSpan(a + 1), percent);
            (above, below) = a == steps ? (0, 0) : (Math.Min(above, r[a] - alpha[a]), Math.Min(below, c[a] - beta[a]));
            rowAbove[a] = above;
            columnBelow[a] = below;
            tied[a] = shell - above - below;
            firstWins[a] = c[a] - beta[a] - below;
            if (above < 0 || below < 0 || firstWins[a] < 0 || tied[a] < firstWins[a])
            {
                return null;
            }
        }

        // Above the diagonal: rows 0 … steps−1 give, columns 1 … steps take; below it the other way round.
        var columnAbove = new int[steps + 1];
        var rowBelow = new int[steps + 1];
        for (var a = 1; a <= steps; a++)
        {
            columnAbove[a] = beta[a] - (tied[a] - firstWins[a]);
            rowBelow[a] = alpha[a] - firstWins[a];
        }

        rowAbove[0] = columnAbove.Sum() - rowAbove.Sum();
        columnBelow[0] = rowBelow.Sum() - columnBelow.Sum();
        tied[0] = r[0] - rowAbove[0];
        if (tied[0] < 0 || rowAbove[0] < 0 || columnBelow[0] < 0 || tied[0] != c[0] - columnBelow[0])
        {
            return null;
        }

        var cells = new int[steps + 1, steps + 1];
        for (var a = 0; a <= steps; a++)
        {
            cells[a, a] = tied[a];
        }

        return Fill(rowAbove, columnAbove, (give, take, amount) => cells[give, take] = amount)
            && Fill(columnBelow, rowBelow, (give, take, amount) => cells[take, give] = amount)
            ? new JointTiers(cells, firstWins)
            : null;
    }

    /// <summary>Each taker, easiest step first, takes from all givers of lower steps in proportion to what they have left.</summary>
    private static bool Fill(int[] supply, int[] demand, Action<int, int, int> assign)
    {
        var left = (int[])supply.Clone();
        for (var taker = 1; taker < demand.Length; taker++)
        {
            var available = left.AsSpan(0, taker);
            var total = 0;
            foreach (var amount in available)
            {
                total += amount;
            }

            if (demand[taker] < 0 || demand[taker] > total)
            {
                return false;
            }

            var parts = Nation.Geography.Apportion(demand[taker], available);
            for (var giver = 0; giver < taker; giver++)
            {
                // A rounded part may exceed what a nearly empty giver has; the next one makes up for it.
                var part = Math.Min(parts[giver], left[giver]);
                if (part < parts[giver] && giver + 1 < taker)
                {
                    parts[giver + 1] += parts[giver] - part;
                }

                left[giver] -= part;
                assign(giver, taker, part);
            }
        }

        return left.All(x => x == 0);
    }

    private static int Independent(int n, int own, ReadOnlySpan<int> others, int percent)
    {
        var sum = 0L;
        foreach (var other in others)
        {
            sum += other;
        }

        return (int)(sum * own * percent / 100 / n);
    }

    /// <summary>From "reach at least step j" to "reach exactly step a", with those who reach none first.</summary>
    private static int[] Exact(int n, ReadOnlySpan<int> cumulative)
    {
        var exact = new int[cumulative.Length + 1];
        for (var a = 0; a <= cumulative.Length; a++)
        {
            var atLeast = a == 0 ? n : cumulative[a - 1];
            exact[a] = atLeast - (a < cumulative.Length ? cumulative[a] : 0);
        }

        return exact;
    }
}
