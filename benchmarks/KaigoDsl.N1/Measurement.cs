using System.Diagnostics;
using System.Globalization;

namespace KaigoDsl.N1;

/// <summary>Times one evaluation, nation after nation, and describes it in one line of JSON with the fields of the peers.</summary>
internal static class Measurement
{
    private const int MostRuns = 200_000;

    public static string Run(string name, List<Nation> nations, double seconds)
    {
        var turn = 0;
        var watch = Stopwatch.StartNew();
        nations[0].Run();
        var first = watch.Elapsed.TotalMilliseconds;
        var checksum = nations[0].Checksum();

        // Until optimised code has been in place for a while.
        for (watch.Restart(); watch.Elapsed.TotalSeconds < Math.Min(3, seconds) && first < 2000;)
        {
            for (var i = 0; i < 50; i++)
            {
                Next();
            }

            Thread.Sleep(1);
        }

        var times = new List<double>(MostRuns);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (watch.Restart(); (watch.Elapsed.TotalSeconds < seconds || times.Count < 3) && times.Count < MostRuns;)
        {
            var start = Stopwatch.GetTimestamp();
            Next();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        var allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / times.Count;
        nations[0].Run();
        if (nations[0].Checksum() != checksum)
        {
            throw new InvalidOperationException("The result changes from run to run.");
        }

        times.Sort();
        return string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"impl":"{{name}}","n":{{nations[0].Count}},"threads":1,"median_ms":{{At(.5):F5}},"p10_ms":{{At(.1):F5}},"p90_ms":{{At(.9):F5}},"min_ms":{{times[0]:F5}},"first_ms":{{first:F3}},"runs":{{times.Count}},"peak_mb":{{Environment.WorkingSet >> 20}},"allocated":{{allocated}},"sha":"{{checksum}}"}""");

        void Next() => nations[turn++ % nations.Count].Run();

        double At(double share) => times[(int)Math.Min(times.Count - 1, share * times.Count)];
    }
}
