using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace KaigoDsl.Runtime.Tests.Apportionment;

/// <summary>Certificates hold, read back to the letter, and fail when any single number in them is another.</summary>
public sealed partial class CertificateTests
{
    public static TheoryData<int> Samples { get; } = [.. Enumerable.Range(0, CertificateSamples.All.Length)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void It_holds_and_closes(int sample)
    {
        var certificate = CertificateSamples.All[sample];
        var verification = CertificateVerifier.Verify(CertificateWriter.ToJson(certificate));
        Assert.Empty(verification.Faults);
        Assert.True(verification.NumbersChecked > 50);
        Assert.Equal(certificate.Name, verification.Name);
        Assert.Equal(certificate.Budget, certificate.Paid + certificate.Residue);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void It_reads_back_to_the_letter(int sample)
    {
        var json = CertificateWriter.ToJson(CertificateSamples.All[sample]);
        Assert.Equal(json, CertificateWriter.ToJson(CertificateReader.FromJson(json)));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Any_single_number_changed_is_found_by_the_sums_alone(int sample)
    {
        var json = CertificateWriter.ToJson(CertificateSamples.All[sample]);
        var numbers = NumberText().Matches(json);
        Assert.True(numbers.Count > 60);
        foreach (Match match in numbers)
        {
            var number = match.Groups[1];
            foreach (var other in Mutations(number.Value).Where(o => o != number.Value))
            {
                var changed = json[..number.Index] + other + json[(number.Index + number.Length)..];
                var verification = CertificateVerifier.Verify(changed, checkDigest: false);
                Assert.False(verification.Holds, $"{json[json.LastIndexOf('\n', number.Index)..number.Index]}→ {other} is not noticed");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Two_unequal_amounts_in_each_others_place_are_found(int sample)
    {
        var json = CertificateWriter.ToJson(CertificateSamples.All[sample]);
        foreach (var field in new[] { "amount", "quota" })
        {
            // Rows are written without blanks; two budgets put on one account may change places.
            var places = Regex.Matches(json, $"\"{field}\":(\"[^\"]+\"|-?[0-9]+)");
            for (var i = 1; i < places.Count; i++)
            {
                var (a, b) = (places[i - 1].Groups[1], places[i].Groups[1]);
                if (a.Value != b.Value)
                {
                    var swapped = json[..a.Index] + b.Value + json[(a.Index + a.Length)..b.Index] + a.Value + json[(b.Index + b.Length)..];
                    Assert.False(CertificateVerifier.Verify(swapped, checkDigest: false).Holds, $"{field} {a.Value} and {b.Value}");
                }
            }
        }
    }

    [Fact]
    public void The_digest_guards_what_is_no_number()
    {
        var json = CertificateWriter.ToJson(CertificateSamples.All[0]);
        var renamed = json.Replace("翌回へ繰越", "報告", StringComparison.Ordinal);
        Assert.True(CertificateVerifier.Verify(renamed, checkDigest: false).Holds);
        Assert.Equal("digest", Assert.Single(CertificateVerifier.Verify(renamed).Faults).Rule);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"format":"kaigo-closing-certificate","version":1,"entries":[{"entry":"gift"}]}""")]
    [InlineData("""{"format":"kaigo-closing-certificate","version":"1/0","entries":[]}""")]
    public void What_is_no_certificate_is_a_fault_and_no_exception(string text)
    {
        Assert.False(CertificateVerifier.Verify(text).Holds);
        Assert.Throws<FormatException>(() => CertificateReader.FromJson(text));
    }

    [Fact]
    public void Something_nobody_checks_may_not_stand_in_it()
    {
        var json = CertificateWriter.ToJson(CertificateSamples.All[1]);
        var more = json.Replace("\"payments\": [", "\"bonus\": 3, \"payments\": [", StringComparison.Ordinal);
        Assert.Contains(CertificateVerifier.Verify(more, checkDigest: false).Faults, f => f.Rule == "unknown");
        var twice = json.Replace("\"version\": 1,", "\"version\": 1, \"version\": 1,", StringComparison.Ordinal);
        Assert.False(CertificateVerifier.Verify(twice, checkDigest: false).Holds);
    }

    [Fact]
    public void Certificates_of_generated_apportionments_hold()
    {
        var generator = new RequestGenerator(77);
        for (var n = 0; n < 2_000; n++)
        {
            var request = generator.Next();
            var ledger = new AllocationLedger("生成");
            ledger.Fund("枠", request.Budget);
            if (ledger.Divide(new("枠", "枠"), request.FinalKeys, request).IsDone)
            {
                var json = CertificateWriter.ToJson(ledger.Close(_ => "報告"));
                var faults = CertificateVerifier.Verify(json).Faults;
                Assert.True(faults.IsEmpty, string.Join("; ", faults) + json);
            }
        }
    }

    [Fact]
    public void A_refused_pool_leaves_the_books_as_they_were()
    {
        var ledger = new AllocationLedger("拒否");
        ledger.Fund("枠", 10);
        Assert.False(ledger.Divide(new("枠", "枠"), ["a"], new() { Budget = 0, Weights = [-1] }).IsDone);
        Assert.Equal((Rational)10, ledger.Balance("枠"));
        Assert.Equal("枠", Assert.Single(ledger.Close(_ => "報告").Residues).Account);
    }

    private static IEnumerable<string> Mutations(string number)
    {
        var parts = number.Split('/');
        for (var i = 0; i < parts.Length; i++)
        {
            var value = BigInteger.Parse(parts[i], CultureInfo.InvariantCulture);
            foreach (var other in new[] { value + 1, value - 1, value * 2, -value })
            {
                yield return string.Join('/', parts.Select((p, j) => i == j ? other.ToString(CultureInfo.InvariantCulture) : p));
            }
        }
    }

    [GeneratedRegex("\": ?\"?(-?[0-9]+/[0-9]+|(?<!\")-?[0-9]+)\"?(?=[,}\n])")]
    private static partial Regex NumberText();
}
