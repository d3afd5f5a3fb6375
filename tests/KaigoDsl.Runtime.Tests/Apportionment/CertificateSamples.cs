using System.Collections.Immutable;
using System.Globalization;

namespace KaigoDsl.Runtime.Tests.Apportionment;

/// <summary>Allocations that use everything a certificate can hold.</summary>
internal static class CertificateSamples
{
    private static readonly AmountRounding s_thousand = new(RoundingMode.Down, 1000);
    private static readonly ImmutableArray<string> s_keys = ["01100", "01202", "01303", "02201", "02301", "03201"];

    public static ImmutableArray<ClosingCertificate> All { get; } = [Nation(), Blended(), Shares()];

    /// <summary>Classes, equal shares, a gate, caps, two rounds of redistribution, carry-over.</summary>
    private static ClosingCertificate Nation()
    {
        ImmutableArray<Rational> insured = [500_000, 72_000, 3_500, 66_000, 2_900, 71_500];
        ImmutableArray<Rational> points = [312, 255, 301, 188, 97, 240];
        var ledger = new AllocationLedger("令和7年度 市町村 推進");
        ledger.Fund("基本", Rational.FromInt64(722_000_000));
        ledger.Fund("強化", Rational.FromInt64(90_250_500));
        ledger.Fund("強化", 77, "令和6年度 市町村 推進");
        ledger.Divide(
            new("基本", "基本"),
            ["基本/1", "基本/4", "基本/5"],
            new() { Budget = 0, Weights = [6_400, 209_500, 500_000], Rounding = s_thousand, Residue = ResidueRule.LargestRemainder, FinalKeys = ["a", "b", "c"] },
            toAccounts: true);
        int[][] members = [[2, 4], [1, 3, 5], [0]];
        string[] classes = ["1", "4", "5"];
        for (var c = 0; c < classes.Length; c++)
        {
            ledger.Divide(
                new("基本", "基本/" + classes[c], classes[c]),
                [.. members[c].Select(i => s_keys[i])],
                new() { Budget = 0, Weights = [.. members[c].Select(i => insured[i] * points[i])], Rounding = s_thousand });
        }

        ledger.Divide(
            new("強化", "強化"),
            s_keys,
            new()
            {
                Budget = 0,
                Weights = [1, 0, 3, 2, 1, 0],
                Rounding = new(RoundingMode.HalfUp, 1000),
                Residue = ResidueRule.LargestRemainder,
                TieKeys = insured,
                TieOrder = TieOrder.Descending,
                FinalKeys = s_keys,
            },
            withheld: [false, false, false, true, false, false]);
        ImmutableArray<Rational?> needs = [Rational.FromInt64(450_000_500), null, 10_000_000, null, Rational.FromInt64(4_000_000), Rational.FromInt64(999_000_000)];
        ledger.Adjust("上限", "上限", AdjustmentKind.Cap, s_thousand, s_keys, needs);
        for (var round = 1; round <= 2; round++)
        {
            ImmutableArray<int> open = [1, 3, 5];
            ledger.Divide(
                new("再配分", "上限", Round: round),
                [.. open.Select(i => s_keys[i])],
                new()
                {
                    Budget = 0,
                    Weights = [.. open.Select(i => points[i])],
                    Rounding = s_thousand,
                    Caps = [.. open.Select(i => needs[i] is { } need ? need - ledger.Held(s_keys[i]) : (Rational?)60_000_000)],
                    Bounds = round == 1 ? BoundsRule.Once : BoundsRule.UntilSettled,
                });
        }

        ledger.Transfer("基本/1", "基本", TransferPart.Rounding);
        foreach (var name in classes)
        {
            ledger.Transfer("基本/" + name, "基本");
        }

        return ledger.Close(account => account == "基本" ? "翌回へ繰越" : "報告");
    }

    /// <summary>Everything recalled and held around last year's amounts; then totals rounded; then fixed amounts.</summary>
    private static ClosingCertificate Blended()
    {
        Rational[] last = [90_000_000, 10_000_000, 7_000_000, 3_333_333, 2_000_000, 12_345_678];
        var ledger = new AllocationLedger("激変緩和");
        ledger.Fund("基本", Rational.FromInt64(123_456_789));
        ledger.Divide(new("基本", "基本"), s_keys, new() { Budget = 0, Weights = [Rational.Create(1, 3), Rational.Create(2, 7), 1, 1, Rational.Create(5, 11), 3] });
        ledger.Divide(
            new("激変緩和", "基本"),
            s_keys,
            new()
            {
                Budget = 0,
                Weights = [.. s_keys.Select(ledger.Held)],
                Floors = [.. last.Select((l, i) => i == 1 ? null : (Rational?)(l * Rational.Create(4, 5)))],
                Caps = [.. last.Select((l, i) => i == 2 ? null : (Rational?)(l * Rational.Create(6, 5)))],
            },
            recall: true);
        ledger.Adjust("端数", "端数", AdjustmentKind.Cap, s_thousand, s_keys, [null, null, null, null, null, null]);
        ledger.Adjust("調整", "端数", AdjustmentKind.Set, new(RoundingMode.Up, 1), [s_keys[3]], [Rational.Create(1, 3) * 1_000_000]);
        return ledger.Close(_ => "報告");
    }

    /// <summary>Rounded shares, units far below one yen, an account that nobody can have.</summary>
    private static ClosingCertificate Shares()
    {
        var ledger = new AllocationLedger("割合");
        ledger.Fund("枠", Rational.Create(1_000_001, 2));
        ledger.Fund("空", 5000);
        ledger.Divide(
            new("枠", "枠"),
            s_keys,
            new()
            {
                Budget = 0,
                Weights = [.. s_keys.Select(k => Rational.FromInt64(long.Parse(k, CultureInfo.InvariantCulture)))],
                ShareRounding = new(RoundingMode.HalfUp, Rational.Create(1, 10_000)),
                Rounding = new(RoundingMode.Up, Rational.Create(1, 100)),
                Residue = ResidueRule.LargestRemainder,
                FinalKeys = s_keys,
            });
        ledger.Divide(new("空", "空"), s_keys, new() { Budget = 0, Weights = [0, 0, 0, 0, 0, 0], Rounding = s_thousand });
        ledger.Transfer("空", "枠");
        ledger.Divide(new("使い切り", "枠"), ["01100"], new() { Budget = 0, Weights = [1], Caps = [100], Rounding = new(RoundingMode.Down, 1) });
        return ledger.Close(_ => "報告");
    }
}
