namespace KaigoDsl.Runtime;

/// <summary>Something is missing or of the wrong kind, so that nothing after it can be checked.</summary>
internal sealed class UnreadableCertificateException(string place, string expected) : Exception(expected)
{
    public string Place { get; } = place;

    public string Expected { get; } = expected;
}
