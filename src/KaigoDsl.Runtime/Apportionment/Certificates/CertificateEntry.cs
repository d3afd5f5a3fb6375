namespace KaigoDsl.Runtime;

/// <summary>
/// One booking of a <see cref="ClosingCertificate"/>. Money stands on accounts (named by frame and class) and with recipients (named by
/// their row keys); every entry moves it from one to the other, so that nothing can appear or vanish.
/// </summary>
public abstract record CertificateEntry;
