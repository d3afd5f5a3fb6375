namespace KaigoDsl.Runtime;

/// <summary>特定の団体へ: a residue in equal parts to those named, whole units first to the earlier named.</summary>
internal sealed class NamedRecipients(AllocationContext context, ResidueTask task, string place, AmountRounding rounding)
{
    /// <summary>By row: what it may still get; <see langword="null"/> when without limit.</summary>
    public required Func<int, Rational?> Room { get; init; }

    public void Pay(string account, Action<int, Rational>? paid = null)
    {
        var rows = new List<int>();
        foreach (var name in task.Recipients)
        {
            var row = context.Keys.IndexOf(name);
            if (row < 0)
            {
                context.Report(AllocationProblemKind.UnknownRecipient, place, name: name);
            }
            else if (context.Payable[row])
            {
                rows.Add(row);
            }
        }

        if (context.HasProblems || context.Books.Balance(account).Sign <= 0)
        {
            return;
        }

        context.Divide(
            new PoolPlace(account.StartsWith('/') ? "残余" : account + " 残余", account),
            [.. rows],
            new ApportionmentRequest
            {
                Budget = Rational.Zero,
                Weights = [.. rows.Select(_ => Rational.One)],
                Rounding = new AmountRounding(RoundingMode.Down, rounding.Mode == RoundingMode.None ? Rational.One : rounding.Unit),
                Caps = [.. rows.Select(row => Room(row) is { Sign: < 0 } ? Rational.Zero : Room(row))],
                Residue = ResidueRule.LargestRemainder,
                TieKeys = [.. rows.Select((_, i) => Rational.FromInt64(i))],
            },
            paid: paid);
    }
}
