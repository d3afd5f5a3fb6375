using System.Diagnostics;
using System.Globalization;

namespace KaigoDsl.N1;

/// <summary>Times evaluations in turn, and describes them in one line of JSON with the fields of the peers.</summary>
/// <param name="Threads">Threads they use, for the line.</param>
/// <param name="Seconds">How long is measured.</param>
internal sealed record Measurement(int Threads, double Seconds)
{
    private const int MostRuns = 200_000;

    /// <summary>Shorter only when nobody wants a figure.</summary>
    private readonly double _warmUp = Seconds < 0.5 ? Seconds : 3;

    /// <summary>Measures one implementation.</summary>
    /// <param name="name">What to call it.</param>
    /// <param name="count">Rows of a nation.</param>
    /// <param name="turns">One evaluation each of a nation of its own.</param>
    /// <param name="checksum">That of the first, which has just been evaluated.</param>
    public string Run(string name, int count, List<Action> turns, Func<string> checksum)
    {
        var turn = 0;
        var watch = Stopwatch.StartNew();
        turns[0]();
        var first = watch.Elapsed.TotalMilliseconds;
        var expected = checksum();

        // Until optimised code has been in place for a while. The compiler works in the background and needs a processor now and then,
        // which a single busy thread on a small machine would not give up; nothing is timed here.
        for (watch.Restart(); watch.Elapsed.TotalSeconds < _warmUp && first < 2000;)
        {
            for (var i = 0; i < 50 && watch.Elapsed.TotalSeconds < _warmUp; i++)
            {
                Next();
            }

            Thread.Sleep(1);
        }

        var times = new List<double>(MostRuns);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (watch.Restart(); (watch.Elapsed.TotalSeconds < Seconds || times.Count < 3) && times.Count < MostRuns;)
        {
            var start = Stopwatch.GetTimestamp();
            Next();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        var allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / times.Count;
        turns[0]();
        if (checksum() != expected)
        {
            throw new InvalidOperationException("The result changes from run to run.");
        }

        times.Sort();
        return string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"impl":"{{name}}","n":{{count}},"threads":{{Threads}},"median_ms":{{At(.5):F5}},"p10_ms":{{At(.1):F5}},"p90_ms":{{At(.9):F5}},"min_ms":{{times[0]:F5}},"first_ms":{{first:F3}},"runs":{{times.Count}},"peak_mb":{{Environment.WorkingSet >> 20}},"allocated":{{allocated}},"sha":"{{expected}}"}""");

        void Next() => turns[turn++ % turns.Count]();

        double At(double share) => times[(int)Math.Min(times.Count - 1, share * times.Count)];
    }
}
