using System.Globalization;
using KaigoDsl.Synthesis.Nation;

namespace KaigoDsl.Synthesis.Tests;

public sealed class GeographyTests
{
    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    public void A_nation_of_the_real_size_looks_like_the_real_one(int seed)
    {
        var nation = Geography.Create((ulong)seed, Geography.RealCount);
        Assert.Equal([447, 534, 612, 84, 64], nation.GroupBy(m => m.SizeClass).OrderBy(g => g.Key).Select(g => g.Count()));
        Assert.All(nation, m => Assert.Equal(m.SizeClass, m.Insured switch { < 3_000 => 0, < 10_000 => 1, < 50_000 => 2, < 100_000 => 3, _ => 4 }));
        Assert.InRange(nation.Sum(m => m.Insured), 34_500_000, 37_300_000);
        Assert.Equal(885, nation.Count(m => m.IsDepopulated));
        Assert.True(nation.Count(m => m.IsDepopulated && m.SizeClass == 0) > 2 * nation.Count(m => m.IsDepopulated && m.SizeClass >= 3));
        Assert.Equal(47, nation.Select(m => m.Prefecture.Name).Distinct().Count());
        Assert.All(
            nation.GroupBy(m => m.Prefecture),
            members =>
            {
                Assert.Equal(members.Key.Municipalities, members.Count());
                Assert.InRange(members.Sum(m => m.Insured), members.Key.Elderly * 6_000, members.Key.Elderly * 14_000);
            });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(47)]
    [InlineData(1741)]
    [InlineData(5000)]
    public void Codes_and_names_are_unique_and_codes_are_in_order(int count)
    {
        var nation = Geography.Create(7, count);
        Assert.Equal(count, nation.Length);
        Assert.Equal(count, nation.Select(m => m.Code).Distinct().Count());
        Assert.Equal(count, nation.Select(m => (m.Prefecture, m.Name)).Distinct().Count());
        Assert.All(nation, m => Assert.Equal(m.Prefecture.Number, int.Parse(m.Code.AsSpan(0, 2), CultureInfo.InvariantCulture)));
        Assert.All(nation.Where(m => m.Code.Length == 6), m => Assert.True(HasCheckDigit(m.Code), m.Code));
    }

    /// <summary>北海道札幌市 is 011002 and 沖縄県与那国町 473821 by the same rule.</summary>
    [Theory]
    [InlineData("011002")]
    [InlineData("473821")]
    public void The_check_digit_is_the_official_one(string code) => Assert.True(HasCheckDigit(code));

    private static bool HasCheckDigit(string code)
    {
        var sum = 0;
        for (var i = 0; i < 5; i++)
        {
            sum += (code[i] - '0') * (6 - i);
        }

        return (11 - (sum % 11)) % 10 == code[5] - '0';
    }
}
