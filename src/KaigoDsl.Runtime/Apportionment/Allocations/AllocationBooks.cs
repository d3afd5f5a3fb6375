using System.Collections.Immutable;

namespace KaigoDsl.Runtime;

/// <summary>
/// The books of one allocation, by account and row. With a ledger behind them every movement becomes an entry of the certificate; a trial run keeps
/// only what accounts and rows hold. Both divide by the same <see cref="Apportioner"/>.
/// </summary>
internal abstract class AllocationBooks
{
    /// <summary>What an account holds, in 円; 0 for one never used.</summary>
    public abstract Rational Balance(string account);

    /// <summary>What a row holds, in 円; 0 for one never paid.</summary>
    public abstract Rational Held(int row);

    /// <summary>What rounding left in the last division of an account and is still there, in 円.</summary>
    public abstract Rational RoundingLeft(string account);

    /// <summary>Puts money on an account.</summary>
    public abstract void Fund(string account, Rational amount, string? source = null);

    /// <summary>Moves what an account holds, or a part of what its last division left, to another.</summary>
    public abstract void Transfer(string from, string to, TransferPart part = TransferPart.Whole);

    /// <summary>Divides what an account holds among other accounts.</summary>
    public abstract ApportionmentResult DivideAmongAccounts(PoolPlace place, ImmutableArray<string> accounts, ApportionmentRequest request);

    /// <summary>Divides what an account holds among rows.</summary>
    /// <param name="place">Where in the allocation this is.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="request">Weights and rules; its budget is replaced by the balance of the account.</param>
    /// <param name="recall">Whether what the rows hold goes back first.</param>
    /// <param name="payable">By row of the table: whether it may be paid; what the others would get stays on the account.</param>
    public abstract ApportionmentResult Divide(PoolPlace place, int[] rows, ApportionmentRequest request, bool recall, bool[] payable);

    /// <summary>Cuts what rows hold to caps, or sets it to given amounts; the difference goes to an account.</summary>
    public abstract void Adjust(string title, string account, AdjustmentKind kind, AmountRounding rounding, int[] rows, ImmutableArray<Rational?> limits);

    /// <summary>Closes the books; <see langword="null"/> without a ledger.</summary>
    /// <param name="destination">By account: where what is left on it goes.</param>
    public abstract ClosingCertificate? Close(Func<string, string> destination);
}
