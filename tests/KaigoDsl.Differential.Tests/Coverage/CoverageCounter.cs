namespace KaigoDsl.Differential.Tests.Coverage;

/// <summary>Counts how often each construct was reached; safe to use from several threads.</summary>
internal sealed class CoverageCounter
{
    private readonly long[] _counts = new long[Enum.GetValues<Construct>().Length];

    public long this[Construct construct] => Interlocked.Read(ref _counts[(int)construct]);

    public void Hit(Construct construct, bool reached = true)
    {
        if (reached)
        {
            Interlocked.Increment(ref _counts[(int)construct]);
        }
    }

    /// <summary>Adds another counter's counts, for those that count alone first.</summary>
    public void Add(CoverageCounter other)
    {
        foreach (var construct in Enum.GetValues<Construct>())
        {
            Interlocked.Add(ref _counts[(int)construct], other[construct]);
        }
    }

    public IEnumerable<Construct> NotReached() => Enum.GetValues<Construct>().Where(c => this[c] == 0);

    /// <summary>A table of all counts.</summary>
    public string ToTable() => string.Join(
        Environment.NewLine, Enum.GetValues<Construct>().Select(c => FormattableString.Invariant($"{this[c],12:N0}  {c}")));
}
