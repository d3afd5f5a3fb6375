using System.Collections.Immutable;

namespace KaigoDsl.Runtime;

/// <summary>Books whose every movement is written into a ledger.</summary>
/// <param name="name">The allocation.</param>
/// <param name="keys">The keys of the rows.</param>
internal sealed class LedgerBooks(string name, ImmutableArray<string> keys) : AllocationBooks
{
    private readonly AllocationLedger _ledger = new(name);

    public override Rational Balance(string account) => _ledger.Balance(account);

    public override Rational Held(int row) => _ledger.Held(keys[row]);

    public override Rational RoundingLeft(string account) => _ledger.RoundingLeft(account);

    public override void Fund(string account, Rational amount, string? source = null) => _ledger.Fund(account, amount, source);

    public override void Transfer(string from, string to, TransferPart part = TransferPart.Whole) => _ledger.Transfer(from, to, part);

    public override ApportionmentResult DivideAmongAccounts(PoolPlace place, ImmutableArray<string> accounts, ApportionmentRequest request) =>
        _ledger.Divide(place, accounts, request with { FinalKeys = accounts }, toAccounts: true);

    public override ApportionmentResult Divide(PoolPlace place, int[] rows, ApportionmentRequest request, bool recall, bool[] payable)
    {
        ImmutableArray<string> recipients = [.. rows.Select(row => keys[row])];
        return _ledger.Divide(place, recipients, request with { FinalKeys = recipients }, recall: recall, withheld: [.. rows.Select(row => !payable[row])]);
    }

    public override void Adjust(string title, string account, AdjustmentKind kind, AmountRounding rounding, int[] rows, ImmutableArray<Rational?> limits) =>
        _ledger.Adjust(title, account, kind, rounding, [.. rows.Select(row => keys[row])], limits);

    public override ClosingCertificate? Close(Func<string, string> destination) => _ledger.Close(destination);
}
