using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace KaigoDsl.Runtime;

/// <summary>
/// Writes a certificate as JSON, losing nothing and always the same way: whole numbers as numbers of any length, fractions as
/// <c>"p/q"</c> in lowest terms, one recipient a line. The last property is the SHA-256 of the text with that digest left empty.
/// </summary>
public static class CertificateWriter
{
    private const string EmptyDigest = "\"digest\": \"\"";

    private static readonly byte[] s_nextLine = "\n        "u8.ToArray();
    private static readonly JsonWriterOptions s_lines = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonWriterOptions s_compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The JSON text, ending with a line feed.</summary>
    public static string ToJson(ClosingCertificate certificate)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, s_lines))
        {
            Write(json, certificate);
        }

        var text = Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
        return Seal(text);
    }

    /// <summary>Puts the digest of a text into its empty digest.</summary>
    private static string Seal(string text)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        var place = text.LastIndexOf(EmptyDigest, StringComparison.Ordinal) + EmptyDigest.Length - 1;
        return text.Insert(place, digest);
    }

    private static void Write(Utf8JsonWriter json, ClosingCertificate certificate)
    {
        json.WriteStartObject();
        json.WriteString("format", "kaigo-closing-certificate");
        json.WriteNumber("version", 1);
        json.WriteString("name", certificate.Name);
        WriteNumber(json, "budget", certificate.Budget);
        json.WriteStartArray("entries");
        foreach (var entry in certificate.Entries)
        {
            WriteEntry(json, entry);
        }

        json.WriteEndArray();
        WriteNumber(json, "unitSum", certificate.UnitSum);
        WriteRows(json, "residues", certificate.Residues, static (row, residue) =>
        {
            row.WriteString("account", residue.Account);
            WriteNumber(row, "amount", residue.Amount);
            row.WriteString("destination", residue.Destination);
        });
        WriteNumber(json, "paid", certificate.Paid);
        WriteNumber(json, "residue", certificate.Residue);
        WriteRows(json, "payments", certificate.Payments, static (row, payment) =>
        {
            row.WriteString("key", payment.Key);
            WriteNumber(row, "amount", payment.Amount);
        });
        json.WriteString("digest", string.Empty);
        json.WriteEndObject();
    }

    private static void WriteEntry(Utf8JsonWriter json, CertificateEntry entry)
    {
        json.WriteStartObject();
        switch (entry)
        {
            case FundEntry fund:
                json.WriteString("entry", "fund");
                json.WriteString("account", fund.Account);
                WriteNumber(json, "amount", fund.Amount);
                WriteText(json, "source", fund.Source);
                break;
            case TransferEntry transfer:
                json.WriteString("entry", "transfer");
                json.WriteString("from", transfer.From);
                json.WriteString("to", transfer.To);
                json.WriteString("part", transfer.Part switch { TransferPart.Whole => "whole", TransferPart.Unallocated => "unallocated", _ => "rounding" });
                WriteNumber(json, "amount", transfer.Amount);
                break;
            case AdjustmentEntry adjustment:
                WriteAdjustment(json, adjustment);
                break;
            case PoolEntry pool:
                WritePool(json, pool);
                break;
        }

        json.WriteEndObject();
    }

    private static void WriteAdjustment(Utf8JsonWriter json, AdjustmentEntry adjustment)
    {
        json.WriteString("entry", "adjust");
        json.WriteString("title", adjustment.Title);
        json.WriteString("kind", adjustment.Kind == AdjustmentKind.Cap ? "cap" : "set");
        json.WriteString("account", adjustment.Account);
        WriteRounding(json, "rounding", adjustment.Rounding);
        WriteRows(json, "rows", adjustment.Rows, static (row, r) =>
        {
            row.WriteString("key", r.Key);
            WriteNumber(row, "before", r.Before);
            WriteNumber(row, "limit", r.Limit);
            WriteNumber(row, "after", r.After);
        });
        WriteNumber(json, "limitSum", adjustment.LimitSum);
        WriteNumber(json, "taken", adjustment.Taken);
    }

    private static void WritePool(Utf8JsonWriter json, PoolEntry pool)
    {
        json.WriteString("entry", "pool");
        json.WriteString("title", pool.Title);
        WriteText(json, "class", pool.SizeClass);
        if (pool.Round != 0)
        {
            json.WriteNumber("round", pool.Round);
        }

        json.WriteString("account", pool.Account);
        json.WriteBoolean("recall", pool.Recall);
        json.WriteString("to", pool.ToAccounts ? "accounts" : "rows");
        WriteNumber(json, "budget", pool.Budget);
        WriteRounding(json, "shareRounding", pool.ShareRounding);
        WriteRounding(json, "rounding", pool.Rounding);
        WriteText(json, "bounds", pool.Bounds switch { BoundsRule.Once => "once", BoundsRule.UntilSettled => "settled", _ => null });
        json.WriteString("residueRule", pool.Residue == ResidueRule.Report ? "report" : "largestRemainder");
        json.WriteString("tieOrder", pool.TieOrder == TieOrder.Ascending ? "ascending" : "descending");
        WriteNumber(json, "level", pool.Level.IsMissing ? null : pool.Level);
        WriteRows(json, "rows", pool.Rows, static (row, r) =>
        {
            row.WriteString("key", r.Key);
            WriteNumber(row, "weight", r.Weight);
            WriteNumber(row, "floor", r.Floor);
            WriteNumber(row, "cap", r.Cap);
            WriteNumber(row, "tieKey", r.TieKey);
            WriteNumber(row, "quota", r.Quota);
            if (r.UnitsMoved != 0)
            {
                row.WriteNumber("unitsMoved", r.UnitsMoved);
            }

            WriteNumber(row, "amount", r.Amount);
            if (r.Withheld)
            {
                row.WriteBoolean("withheld", true);
            }
        });
        WriteNumber(json, "weightSum", pool.WeightSum);
        WriteNumber(json, "floorSum", pool.FloorSum);
        WriteNumber(json, "capSum", pool.CapSum);
        WriteNumber(json, "tieKeySum", pool.TieKeySum);
        WriteNumber(json, "paid", pool.Paid);
        WriteNumber(json, "withheld", pool.Withheld);
        WriteNumber(json, "unallocated", pool.Unallocated);
        WriteNumber(json, "roundingResidue", pool.RoundingResidue);
        WriteNumber(json, "rest", pool.Rest);
    }

    private static void WriteRounding(Utf8JsonWriter json, string name, AmountRounding rounding)
    {
        if (rounding.Mode == RoundingMode.None)
        {
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("mode", rounding.Mode switch { RoundingMode.Down => "down", RoundingMode.Up => "up", _ => "halfUp" });
        WriteNumber(json, "unit", rounding.Unit);
        json.WriteEndObject();
    }

    /// <summary>One line a row, so that two certificates can be compared line by line.</summary>
    private static void WriteRows<T>(Utf8JsonWriter json, string name, ImmutableArray<T> rows, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        var buffer = new ArrayBufferWriter<byte>();
        buffer.Write(s_nextLine);
        using var row = new Utf8JsonWriter(buffer, s_compact);
        foreach (var item in rows)
        {
            row.WriteStartObject();
            write(row, item);
            row.WriteEndObject();
            row.Flush();
            json.WriteRawValue(buffer.WrittenSpan, skipInputValidation: true);
            buffer.ResetWrittenCount();
            buffer.Write(s_nextLine);
            row.Reset();
        }

        json.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, Rational? value)
    {
        if (value is not { } number)
        {
            return;
        }

        json.WritePropertyName(name);
        if (number.IsInteger)
        {
            json.WriteRawValue(number.ToString());
        }
        else
        {
            json.WriteStringValue(number.ToString());
        }
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
