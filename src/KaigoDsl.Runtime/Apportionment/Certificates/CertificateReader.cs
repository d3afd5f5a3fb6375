using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace KaigoDsl.Runtime;

/// <summary>Reads what <see cref="CertificateWriter"/> writes. It does not check the sums: that is the verifier's work.</summary>
public static class CertificateReader
{
    /// <summary>Reads a certificate.</summary>
    /// <exception cref="FormatException">The text is not a certificate.</exception>
    public static ClosingCertificate FromJson(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            return new ClosingCertificate(
                Text(root, "name"),
                Number(root, "budget"),
                [.. root.GetProperty("entries").EnumerateArray().Select(Entry)],
                Number(root, "unitSum"),
                Rows(root, "residues", r => new CertificateResidue(Text(r, "account"), Number(r, "amount"), Text(r, "destination"))),
                Number(root, "paid"),
                Number(root, "residue"),
                Rows(root, "payments", r => new CertificatePayment(Text(r, "key"), Number(r, "amount"))));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException("The text is not a closing certificate.", e);
        }
    }

    private static CertificateEntry Entry(JsonElement entry) => Text(entry, "entry") switch
    {
        "fund" => new FundEntry(Text(entry, "account"), Number(entry, "amount"), Optional(entry, "source")),
        "transfer" => new TransferEntry(
            Text(entry, "from"),
            Text(entry, "to"),
            Text(entry, "part") switch { "whole" => TransferPart.Whole, "unallocated" => TransferPart.Unallocated, _ => TransferPart.Rounding },
            Number(entry, "amount")),
        "adjust" => new AdjustmentEntry(
            Text(entry, "title"),
            Text(entry, "kind") == "cap" ? AdjustmentKind.Cap : AdjustmentKind.Set,
            Text(entry, "account"),
            Rounding(entry, "rounding"),
            Rows(entry, "rows", r => new AdjustmentRow(Text(r, "key"), Number(r, "before"), OptionalNumber(r, "limit"), Number(r, "after"))),
            Number(entry, "limitSum"),
            Number(entry, "taken")),
        "pool" => Pool(entry),
        var other => throw new FormatException($"`{other}` is no entry of a closing certificate."),
    };

    private static PoolEntry Pool(JsonElement entry) => new()
    {
        Title = Text(entry, "title"),
        SizeClass = Optional(entry, "class"),
        Round = entry.TryGetProperty("round", out var round) ? round.GetInt32() : 0,
        Account = Text(entry, "account"),
        Recall = entry.GetProperty("recall").GetBoolean(),
        ToAccounts = Text(entry, "to") == "accounts",
        Budget = Number(entry, "budget"),
        ShareRounding = Rounding(entry, "shareRounding"),
        Rounding = Rounding(entry, "rounding"),
        Bounds = Optional(entry, "bounds") switch { "once" => BoundsRule.Once, "settled" => BoundsRule.UntilSettled, _ => null },
        Residue = Text(entry, "residueRule") == "report" ? ResidueRule.Report : ResidueRule.LargestRemainder,
        TieOrder = Text(entry, "tieOrder") == "ascending" ? TieOrder.Ascending : TieOrder.Descending,
        Level = OptionalNumber(entry, "level") ?? Rational.Missing,
        Rows = Rows(entry, "rows", r => new PoolRow(Text(r, "key"), Number(r, "weight"), Number(r, "quota"), Number(r, "amount"))
        {
            Cap = OptionalNumber(r, "cap"),
            Floor = OptionalNumber(r, "floor"),
            TieKey = OptionalNumber(r, "tieKey"),
            UnitsMoved = r.TryGetProperty("unitsMoved", out var moved) ? moved.GetInt32() : 0,
            Withheld = r.TryGetProperty("withheld", out var withheld) && withheld.GetBoolean(),
        }),
        WeightSum = Number(entry, "weightSum"),
        CapSum = OptionalNumber(entry, "capSum"),
        FloorSum = OptionalNumber(entry, "floorSum"),
        TieKeySum = OptionalNumber(entry, "tieKeySum"),
        Paid = Number(entry, "paid"),
        Withheld = Number(entry, "withheld"),
        Unallocated = Number(entry, "unallocated"),
        RoundingResidue = Number(entry, "roundingResidue"),
        Rest = Number(entry, "rest"),
    };

    private static AmountRounding Rounding(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var rounding)
            ? new AmountRounding(
                Text(rounding, "mode") switch { "down" => RoundingMode.Down, "up" => RoundingMode.Up, _ => RoundingMode.HalfUp },
                Number(rounding, "unit"))
            : AmountRounding.None;

    private static ImmutableArray<T> Rows<T>(JsonElement owner, string name, Func<JsonElement, T> read) =>
        [.. owner.GetProperty(name).EnumerateArray().Select(read)];

    private static string Text(JsonElement owner, string name) =>
        owner.GetProperty(name).GetString() ?? throw new FormatException($"`{name}` has no text.");

    private static string? Optional(JsonElement owner, string name) => owner.TryGetProperty(name, out var text) ? text.GetString() : null;

    private static Rational? OptionalNumber(JsonElement owner, string name) => owner.TryGetProperty(name, out _) ? Number(owner, name) : null;

    private static Rational Number(JsonElement owner, string name)
    {
        var element = owner.GetProperty(name);
        var text = element.ValueKind == JsonValueKind.String ? element.GetString() ?? string.Empty : element.GetRawText();
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var value = Rational.Create(
            Whole(slash < 0 ? text : text[..slash]),
            slash < 0 ? BigInteger.One : Whole(text[(slash + 1)..]));
        return value.IsMissing ? throw new FormatException($"`{text}` is not a number.") : value;
    }

    private static BigInteger Whole(string text) => BigInteger.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
