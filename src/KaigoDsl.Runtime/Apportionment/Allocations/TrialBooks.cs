using System.Collections.Immutable;

namespace KaigoDsl.Runtime;

/// <summary>Books that remember nothing but what accounts and rows hold now: for what-if runs, of which only the amounts are looked at.</summary>
/// <param name="keys">The keys of the rows; they decide the last ties.</param>
internal sealed class TrialBooks(ImmutableArray<string> keys) : AllocationBooks
{
    private readonly Dictionary<string, Account> _accounts = new(StringComparer.Ordinal);
    private readonly Rational[] _held = Zeros(keys.Length);

    public override Rational Balance(string account) => Find(account).Balance;

    public override Rational Held(int row) => _held[row];

    public override Rational RoundingLeft(string account) => Find(account).Rounding;

    public override void Fund(string account, Rational amount, string? source = null) => Add(account, amount);

    public override void Transfer(string from, string to, TransferPart part = TransferPart.Whole)
    {
        var account = Find(from);
        var amount = part switch
        {
            TransferPart.Unallocated => account.Unallocated,
            TransferPart.Rounding => account.Rounding,
            _ => account.Balance,
        };
        _accounts[from] = new Account(
            account.Balance - amount,
            part == TransferPart.Rounding ? account.Unallocated : Rational.Zero,
            part == TransferPart.Unallocated ? account.Rounding : Rational.Zero);
        Add(to, amount);
    }

    public override ApportionmentResult DivideAmongAccounts(PoolPlace place, ImmutableArray<string> accounts, ApportionmentRequest request)
    {
        var result = Apportioner.Apportion(request with { Budget = Balance(place.Account), FinalKeys = accounts });
        if (result.IsDone)
        {
            for (var i = 0; i < accounts.Length; i++)
            {
                Add(accounts[i], result.Amounts[i]);
            }

            _accounts[place.Account] = new Account(result.Residue, result.Unallocated, result.RoundingResidue);
        }

        return result;
    }

    public override ApportionmentResult Divide(PoolPlace place, int[] rows, ApportionmentRequest request, bool recall, bool[] payable)
    {
        var budget = Balance(place.Account) + (recall ? ExactSum.Of([.. rows.Select(Held)]) : Rational.Zero);
        var result = Apportioner.Apportion(request with { Budget = budget, FinalKeys = NeedsKeys(request) ? [.. rows.Select(row => keys[row])] : [] });
        if (!result.IsDone)
        {
            return result;
        }

        var kept = Rational.Zero;
        for (var i = 0; i < rows.Length; i++)
        {
            var row = rows[i];
            var paid = payable[row] ? result.Amounts[i] : Rational.Zero;
            kept += payable[row] ? Rational.Zero : result.Amounts[i];
            _held[row] = recall ? paid : _held[row] + paid;
        }

        _accounts[place.Account] = new Account(result.Residue + kept, result.Unallocated, result.RoundingResidue);
        return result;
    }

    public override void Adjust(string title, string account, AdjustmentKind kind, AmountRounding rounding, int[] rows, ImmutableArray<Rational?> limits)
    {
        var taken = Rational.Zero;
        for (var i = 0; i < rows.Length; i++)
        {
            var before = _held[rows[i]];
            var after = (kind, limits[i]) switch
            {
                (AdjustmentKind.Set, { } value) => rounding.Apply(value),
                (_, { } cap) => Rational.Min(rounding.Apply(before), rounding.Below(cap)),
                _ => rounding.Apply(before),
            };
            taken += before - after;
            _held[rows[i]] = after;
        }

        Add(account, taken);
    }

    public override ClosingCertificate? Close(Func<string, string> destination) => null;

    /// <summary>Keys are looked at where units are handed out one by one.</summary>
    private static bool NeedsKeys(ApportionmentRequest request) => request.Residue == ResidueRule.LargestRemainder;

    private static Rational[] Zeros(int count)
    {
        var zeros = new Rational[count];
        Array.Fill(zeros, Rational.Zero);
        return zeros;
    }

    private Account Find(string account) => _accounts.TryGetValue(account, out var found) ? found : Account.Empty;

    private void Add(string account, Rational amount)
    {
        var known = Find(account);
        _accounts[account] = known with { Balance = known.Balance + amount };
    }

    private readonly record struct Account(Rational Balance, Rational Unallocated, Rational Rounding)
    {
        public static Account Empty { get; } = new(Rational.Zero, Rational.Zero, Rational.Zero);
    }
}
