using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace KaigoDsl.Runtime;

/// <summary>
/// Does the sums of a closing certificate again, from its text alone. It shares no code with the allocation: it has its own fractions and
/// its own reading, and checks results instead of finding them, which is much less work and so much easier to trust.
/// </summary>
/// <remarks>
/// Checked are: the digest; every money movement against the balance it comes from; every quota against budget, weight, level, floor and
/// cap; every rounding; every unit of a largest remainder, with its tie; every total; and that payments and residues are all that is left
/// of the budget. A number that is written must be of consequence: changing any one makes the certificate fail.
/// </remarks>
public static class CertificateVerifier
{
    /// <summary>Checks a certificate.</summary>
    /// <param name="json">The text of the certificate.</param>
    /// <param name="checkDigest">Whether the digest must match too; without it the sums alone decide.</param>
    public static CertificateVerification Verify(string json, bool checkDigest = true)
    {
        var faults = new FaultList();
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
            if (checkDigest)
            {
                CheckDigest(json, document.RootElement, faults);
            }

            var name = new LedgerReplay(faults).Run(document.RootElement);
            return new CertificateVerification(name, faults.ToImmutable(), faults.Checked);
        }
        catch (JsonException)
        {
            faults.Add("certificate", "json", string.Empty, string.Empty);
        }
        catch (UnreadableCertificateException e)
        {
            faults.Add(e.Place, "readable", e.Expected, string.Empty);
        }

        return new CertificateVerification(string.Empty, faults.ToImmutable(), faults.Checked);
    }

    private static void CheckDigest(string json, JsonElement root, FaultList faults)
    {
        var written = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("digest", out var element) && element.ValueKind == JsonValueKind.String
            ? element.GetString() ?? string.Empty
            : string.Empty;
        var place = written.Length == 0 ? -1 : json.LastIndexOf(written, StringComparison.Ordinal);
        var blank = place < 0 ? json : json.Remove(place, written.Length);
        var expected = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(blank)));
        if (!string.Equals(expected, written, StringComparison.Ordinal))
        {
            faults.Add("certificate", "digest", expected, written);
        }
    }
}
