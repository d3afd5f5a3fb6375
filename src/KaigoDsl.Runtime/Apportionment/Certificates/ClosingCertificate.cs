using System.Collections.Immutable;

namespace KaigoDsl.Runtime;

/// <summary>
/// The proof that an allocation closes: budget = Σ payments + Σ residues. It holds every number of the way there, so that
/// <see cref="CertificateVerifier"/>, which shares no code with the allocation, can do the sums again from the paper alone.
/// </summary>
/// <param name="Name">The allocation (配分).</param>
/// <param name="Budget">The budget in 円, with what it took over from other allocations.</param>
/// <param name="Entries">The bookings, in order.</param>
/// <param name="UnitSum">Σ units of all roundings: a control total, since a unit alone may be without effect where little is paid.</param>
/// <param name="Residues">What is left on every account that is not empty, sorted by account.</param>
/// <param name="Paid">Σ payments, in 円.</param>
/// <param name="Residue">Σ residues, in 円.</param>
/// <param name="Payments">What every recipient is paid, sorted by key.</param>
public sealed record ClosingCertificate(
    string Name,
    Rational Budget,
    ImmutableArray<CertificateEntry> Entries,
    Rational UnitSum,
    ImmutableArray<CertificateResidue> Residues,
    Rational Paid,
    Rational Residue,
    ImmutableArray<CertificatePayment> Payments);
