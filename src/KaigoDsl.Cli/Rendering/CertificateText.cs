using System.Text;
using KaigoDsl.Runtime;

namespace KaigoDsl.Cli;

/// <summary>What <c>kaigo certify</c> says.</summary>
internal static class CertificateText
{
    public static string Text(IEnumerable<(string Path, CertificateVerification Verification)> checks, Texts texts)
    {
        var text = new StringBuilder();
        foreach (var (path, verification) in checks)
        {
            var mark = verification.Holds ? Marks.Good : Marks.Bad;
            text.Append(mark).Append(' ').Append(path).Append("  ").Append(verification.Holds
                ? texts.CertificateHolds(verification.Name, verification.NumbersChecked)
                : texts.CertificateFails(verification.Faults.Length)).Append('\n');
            foreach (var fault in verification.Faults)
            {
                text.Append("  ").Append(texts.Fault(fault)).Append('\n');
            }
        }

        return text.ToString();
    }

    public static string Json(IEnumerable<(string Path, CertificateVerification Verification)> checks) => JsonText.Write(writer =>
    {
        writer.WriteStartArray("certificates");
        foreach (var (path, verification) in checks)
        {
            writer.WriteStartObject();
            writer.WriteString("file", path);
            writer.WriteString("name", verification.Name);
            writer.WriteBoolean("holds", verification.Holds);
            writer.WriteNumber("checked", verification.NumbersChecked);
            writer.WriteStartArray("faults");
            foreach (var fault in verification.Faults)
            {
                writer.WriteStartObject();
                writer.WriteString("place", fault.Place);
                writer.WriteString("rule", fault.Rule);
                writer.WriteString("expected", fault.Expected);
                writer.WriteString("found", fault.Found);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });
}
