using System.Collections.Immutable;

namespace KaigoDsl.Runtime;

/// <summary>Collects faults and counts checks.</summary>
internal sealed class FaultList
{
    /// <summary>A certificate wrong in one place is often wrong in thousands; so many are enough to see.</summary>
    private const int Most = 100;

    private readonly ImmutableArray<CertificateFault>.Builder _faults = ImmutableArray.CreateBuilder<CertificateFault>();

    public int Checked { get; private set; }

    public ImmutableArray<CertificateFault> ToImmutable() => _faults.ToImmutable();

    public void Add(string place, string rule, string expected, string found)
    {
        if (_faults.Count < Most)
        {
            _faults.Add(new CertificateFault(place, rule, expected, found));
        }
    }

    public void Require(bool holds, string place, string rule)
    {
        Checked++;
        if (!holds)
        {
            Add(place, rule, string.Empty, string.Empty);
        }
    }

    public void Same(ExactFraction expected, ExactFraction found, string place, string rule)
    {
        Checked++;
        if (expected != found)
        {
            Add(place, rule, expected.ToString(), found.ToString());
        }
    }

    /// <summary>Both absent, or both there and equal.</summary>
    public void Same(ExactFraction? expected, ExactFraction? found, string place, string rule)
    {
        if (expected is { } e && found is { } f)
        {
            Same(e, f, place, rule);
            return;
        }

        Checked++;
        if (expected is not null || found is not null)
        {
            Add(place, rule, expected?.ToString() ?? string.Empty, found?.ToString() ?? string.Empty);
        }
    }
}
