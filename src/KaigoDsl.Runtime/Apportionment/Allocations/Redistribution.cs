namespace KaigoDsl.Runtime;

/// <summary>再配分: offers again what caps cut off, in rounds or until it settles, to those with room below their cap.</summary>
internal sealed class Redistribution(
    AllocationContext context, RedistributionTask task, string account, string? sizeClass, AmountRounding rounding, Rational[] weights)
{
    /// <summary>The accounts used, one a round.</summary>
    public List<string> Accounts { get; } = [];

    /// <summary>By row: what it may still get; <see langword="null"/> when without limit.</summary>
    public required Func<int, Rational?> Room { get; init; }

    /// <summary>The largest remainder in force; <see langword="null"/> when there is none.</summary>
    public ResidueTask? Residue { get; init; }

    /// <summary>Runs the rounds.</summary>
    /// <param name="rows">Who is in the pool.</param>
    /// <param name="paid">Told what each row gets.</param>
    /// <param name="from">The part of the account to offer.</param>
    public void Run(int[] rows, Action<int, Rational>? paid = null, TransferPart from = TransferPart.Unallocated)
    {
        var members = task.Members?.Value;
        var source = account;
        for (var round = 1; round <= (task.Rounds ?? 1); round++)
        {
            int[] open = [.. rows.Where(row => context.Payable[row] && members?[row] is null or Truth.True && Room(row) is not { Sign: <= 0 })];
            if (open.Length == 0)
            {
                return;
            }

            var target = AllocationAccounts.Redistribution(account, round);
            Accounts.Add(target);
            context.Books.Transfer(source, target, round == 1 ? from : TransferPart.Unallocated);
            var request = new ApportionmentRequest
            {
                Budget = Rational.Zero,
                Weights = AllocationContext.Pick(weights, open),
                Rounding = rounding,
                Caps = [.. open.Select(Room)],
                Bounds = task.Rounds is null ? BoundsRule.UntilSettled : BoundsRule.Once,
                Residue = Residue is not null && rounding.Mode != RoundingMode.None ? ResidueRule.LargestRemainder : ResidueRule.Report,
                TieKeys = AllocationContext.TieKeys(Residue, open),
                TieOrder = Residue?.KeyOrder ?? TieOrder.Ascending,
            };
            var title = account.StartsWith('/') ? "再配分" : account + " 再配分";
            if (context.Divide(new PoolPlace(title, target, sizeClass, round), open, request, paid: paid) is not { } result || result.Unallocated.Sign <= 0)
            {
                return;
            }

            source = target;
        }
    }
}
