using System.Runtime.ExceptionServices;

namespace KaigoDsl.Runtime;

/// <summary>
/// Runs numbered pieces of work on several threads, the caller's among them. Who takes which piece is left to chance; pieces must not
/// depend on each other. Threads that come too late find nothing to do, so a busy thread pool delays nobody.
/// </summary>
internal sealed class WorkCrew : IThreadPoolWorkItem
{
    private Action<int, int>? _work;
    private ExceptionDispatchInfo? _failure;
    private int _workers;
    private int _pieces;
    private int _joined;
    private int _next;
    private int _isOpen;
    private int _active;

    /// <summary>Does all pieces and returns when they are done.</summary>
    /// <param name="workers">The most threads.</param>
    /// <param name="pieces">How many pieces.</param>
    /// <param name="work">Told which worker it is, from 0 up to <paramref name="workers"/> exclusive, and the piece.</param>
    public void Run(int workers, int pieces, Action<int, int> work)
    {
        if (workers <= 1 || pieces <= 1)
        {
            for (var piece = 0; piece < pieces; piece++)
            {
                work(0, piece);
            }

            return;
        }

        (_work, _workers, _pieces, _joined, _next, _failure) = (work, Math.Min(workers, pieces), pieces, 0, 0, null);
        Interlocked.Exchange(ref _isOpen, 1);
        for (var helper = 1; helper < _workers; helper++)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }

        Work(0);
        Interlocked.Exchange(ref _isOpen, 0);
        for (var wait = default(SpinWait); Volatile.Read(ref _active) != 0;)
        {
            wait.SpinOnce(sleep1Threshold: -1);
        }

        _work = null;
        _failure?.Throw();
    }

    /// <inheritdoc/>
    void IThreadPoolWorkItem.Execute()
    {
        // Counted before asking: whoever closes waits for all who may have seen it open.
        Interlocked.Increment(ref _active);
        if (Volatile.Read(ref _isOpen) != 0 && Interlocked.Increment(ref _joined) is var worker && worker < _workers)
        {
            Work(worker);
        }

        Interlocked.Decrement(ref _active);
    }

    private void Work(int worker)
    {
        try
        {
            for (var piece = Interlocked.Increment(ref _next) - 1; piece < _pieces; piece = Interlocked.Increment(ref _next) - 1)
            {
                _work?.Invoke(worker, piece);
            }
        }
        catch (Exception failure)
        {
            // Told to the caller when everybody has stopped.
            Volatile.Write(ref _failure, ExceptionDispatchInfo.Capture(failure));
        }
    }
}
