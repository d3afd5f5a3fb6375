using System.Collections.Immutable;

namespace KaigoDsl.Runtime;

/// <summary>
/// Keeps the books of one allocation: accounts, what every recipient holds, and the certificate entries that led there. Pools can only
/// spend what their account holds, so an allocation that goes through a ledger closes.
/// </summary>
public sealed class AllocationLedger
{
    private readonly string _name;
    private readonly SortedDictionary<string, Rational> _accounts = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Rational> _held = new(StringComparer.Ordinal);
    private readonly ImmutableArray<CertificateEntry>.Builder _entries = ImmutableArray.CreateBuilder<CertificateEntry>();
    private readonly Dictionary<string, (Rational Unallocated, Rational Rounding)> _left = new(StringComparer.Ordinal);
    private Rational _budget = Rational.Zero;

    /// <summary>Opens the books.</summary>
    /// <param name="name">The allocation.</param>
    public AllocationLedger(string name) => _name = name;

    /// <summary>What an account holds, in 円; 0 for one never used.</summary>
    public Rational Balance(string account) => _accounts.TryGetValue(account, out var balance) ? balance : Rational.Zero;

    /// <summary>What a recipient holds, in 円; 0 for one never paid.</summary>
    public Rational Held(string key) => _held.TryGetValue(key, out var amount) ? amount : Rational.Zero;

    /// <summary>What rounding left in the last pool of an account and is still there, in 円.</summary>
    public Rational RoundingLeft(string account) => _left.TryGetValue(account, out var left) ? left.Rounding : Rational.Zero;

    /// <summary>Puts money on an account.</summary>
    /// <param name="account">The account.</param>
    /// <param name="amount">In 円.</param>
    /// <param name="source">The other allocation it comes from; <see langword="null"/> for the budget.</param>
    public void Fund(string account, Rational amount, string? source = null)
    {
        _entries.Add(new FundEntry(account, amount, source));
        _budget += amount;
        _accounts[account] = Balance(account) + amount;
    }

    /// <summary>Moves what an account holds, or a part of what its last pool left, to another.</summary>
    /// <returns>The amount moved, in 円.</returns>
    public Rational Transfer(string from, string to, TransferPart part = TransferPart.Whole)
    {
        var left = _left.TryGetValue(from, out var known) ? known : (Unallocated: Rational.Zero, Rounding: Rational.Zero);
        var amount = part switch
        {
            TransferPart.Unallocated => left.Unallocated,
            TransferPart.Rounding => left.Rounding,
            _ => Balance(from),
        };
        _left[from] = part switch
        {
            TransferPart.Unallocated => (Rational.Zero, left.Rounding),
            TransferPart.Rounding => (left.Unallocated, Rational.Zero),
            _ => (Rational.Zero, Rational.Zero),
        };
        _entries.Add(new TransferEntry(from, to, part, amount));
        _accounts[from] = Balance(from) - amount;
        _accounts[to] = Balance(to) + amount;
        return amount;
    }

    /// <summary>Divides what an account holds among accounts or rows. Books nothing when that is refused.</summary>
    /// <param name="place">Where in the allocation this is.</param>
    /// <param name="keys">The recipients' row keys or accounts.</param>
    /// <param name="request">Weights and rules; its budget is replaced by the balance of the account.</param>
    /// <param name="toAccounts">Whether the recipients are accounts.</param>
    /// <param name="recall">Whether what the recipients hold goes back first.</param>
    /// <param name="withheld">By recipient: whether its amount must stay on the account; empty when for nobody.</param>
    public ApportionmentResult Divide(
        PoolPlace place, ImmutableArray<string> keys, ApportionmentRequest request, bool toAccounts = false, bool recall = false, ImmutableArray<bool> withheld = default)
    {
        var budget = Balance(place.Account) + (recall ? ExactSum.Of([.. keys.Select(Held)]) : Rational.Zero);
        request = request with { Budget = budget };
        var result = Apportioner.Apportion(request);
        if (!result.IsDone)
        {
            return result;
        }

        var entry = PoolEntries.Create(place, keys, request, result, toAccounts, recall, withheld);
        _entries.Add(entry);
        foreach (var row in entry.Rows)
        {
            var paid = row.Withheld ? Rational.Zero : row.Amount;
            if (toAccounts)
            {
                _accounts[row.Key] = Balance(row.Key) + paid;
            }
            else
            {
                _held[row.Key] = recall ? paid : Held(row.Key) + paid;
            }
        }

        _accounts[place.Account] = entry.Rest;
        _left[place.Account] = (entry.Unallocated, entry.RoundingResidue);
        return result;
    }

    /// <summary>Cuts what recipients hold to caps, or sets it to given amounts; the difference goes to an account.</summary>
    /// <param name="title">What the step is called.</param>
    /// <param name="account">Receives the difference.</param>
    /// <param name="kind">Whether the limits are caps or new amounts.</param>
    /// <param name="rounding">How the new amounts are rounded.</param>
    /// <param name="keys">The recipients.</param>
    /// <param name="limits">By recipient, 0 or more, in 円; <see langword="null"/> where there is none. A new amount must be given.</param>
    /// <exception cref="ArgumentException">A limit is missing or negative, or a new amount is not given.</exception>
    public AdjustmentEntry Adjust(
        string title, string account, AdjustmentKind kind, AmountRounding rounding, ImmutableArray<string> keys, ImmutableArray<Rational?> limits)
    {
        var rows = ImmutableArray.CreateBuilder<AdjustmentRow>(keys.Length);
        var (limitSum, taken) = (Rational.Zero, Rational.Zero);
        for (var i = 0; i < keys.Length; i++)
        {
            if (limits[i] is { } given ? given.IsMissing || given.Sign < 0 : kind == AdjustmentKind.Set)
            {
                throw new ArgumentException($"`{keys[i]}` has no usable limit.", nameof(limits));
            }

            var before = Held(keys[i]);
            var after = (kind, limits[i]) switch
            {
                (AdjustmentKind.Set, { } value) => rounding.Apply(value),
                (_, { } cap) => Rational.Min(rounding.Apply(before), rounding.Below(cap)),
                _ => rounding.Apply(before),
            };
            rows.Add(new AdjustmentRow(keys[i], before, limits[i], after));
            limitSum += limits[i] ?? Rational.Zero;
            taken += before - after;
            _held[keys[i]] = after;
        }

        var entry = new AdjustmentEntry(title, kind, account, rounding, rows.MoveToImmutable(), limitSum, taken);
        _entries.Add(entry);
        _accounts[account] = Balance(account) + taken;
        return entry;
    }

    /// <summary>Closes the books.</summary>
    /// <param name="destination">By account: where what is left on it goes.</param>
    public ClosingCertificate Close(Func<string, string> destination)
    {
        var residues = _accounts.Where(a => a.Value.Sign != 0).Select(a => new CertificateResidue(a.Key, a.Value, destination(a.Key))).ToImmutableArray();
        var payments = _held.Select(h => new CertificatePayment(h.Key, h.Value)).ToImmutableArray();
        return new ClosingCertificate(
            _name,
            _budget,
            _entries.ToImmutable(),
            UnitSum(),
            residues,
            ExactSum.Of([.. payments.Select(p => p.Amount)]),
            ExactSum.Of([.. residues.Select(r => r.Amount)]),
            payments);
    }

    private Rational UnitSum()
    {
        var roundings = _entries.SelectMany(e => e switch
        {
            PoolEntry pool => [pool.ShareRounding, pool.Rounding],
            AdjustmentEntry adjustment => [adjustment.Rounding],
            _ => Array.Empty<AmountRounding>(),
        });
        return ExactSum.Of([.. roundings.Where(r => r.Mode != RoundingMode.None).Select(r => r.Unit)]);
    }
}
