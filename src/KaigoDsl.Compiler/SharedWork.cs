namespace KaigoDsl.Compiler;

/// <summary>Independent pieces of work, shared by threads. Each piece writes what only it writes, so results do not depend on the number of threads.</summary>
internal static class SharedWork
{
    /// <summary>Does every piece once, the largest first.</summary>
    /// <param name="sizes">About how long each piece takes, in any unit.</param>
    /// <param name="maxDegreeOfParallelism">How many threads may work; with one, nothing but the caller's works.</param>
    /// <param name="cancellation">Stops the work between pieces.</param>
    /// <param name="work">Does the piece of an index.</param>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static void Do(IReadOnlyList<int> sizes, int maxDegreeOfParallelism, CancellationToken cancellation, Action<int> work)
    {
        var threads = Math.Min(maxDegreeOfParallelism, sizes.Count);
        if (threads <= 1)
        {
            for (var piece = 0; piece < sizes.Count; piece++)
            {
                cancellation.ThrowIfCancellationRequested();
                work(piece);
            }

            return;
        }

        var order = Enumerable.Range(0, sizes.Count).OrderByDescending(piece => sizes[piece]).ToArray();
        var taken = -1;
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, _ =>
        {
            for (var next = Interlocked.Increment(ref taken); next < order.Length; next = Interlocked.Increment(ref taken))
            {
                cancellation.ThrowIfCancellationRequested();
                work(order[next]);
            }
        });
    }
}
