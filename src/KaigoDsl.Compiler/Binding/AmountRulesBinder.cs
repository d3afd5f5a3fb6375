using System.Numerics;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Symbols;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Binding;

/// <summary>端数, 上限, 下限, 再配分 and 残余 of an allocation or of one of its 枠.</summary>
/// <param name="reporter">Where faults go.</param>
/// <param name="source">The file.</param>
/// <param name="amounts">Binds amounts in the scope of the allocation.</param>
/// <param name="rules">What is filled.</param>
/// <param name="notes">Who gets the notes behind the clauses.</param>
/// <param name="table">The allocations a residue may go into.</param>
/// <param name="allocation">The allocation.</param>
/// <param name="pool">The 枠; <see langword="null"/> for the whole.</param>
internal sealed class AmountRulesBinder(
    Reporter reporter,
    SourceText source,
    AmountBinder amounts,
    AmountRules rules,
    Symbol notes,
    DeclarationTable table,
    AllocationSymbol allocation,
    PoolSymbol? pool)
{
    private readonly Dictionary<(SyntaxKind Clause, SyntaxKind? Target), TextLocation> _claimed = [];
    private readonly TypeBinder _types = new(table, reporter, source);
    private TextLocation? _redistribution;

    public static void ReportTwice(Reporter reporter, TextLocation location, LocalizedText what, TextLocation first) => reporter.Report(
        Descriptors.DuplicateHeaderPart,
        location,
        [new RelatedLocation(first, new LocalizedText("最初の指定はここです。", "First given here."))],
        null,
        what);

    /// <summary>Whether a clause is the first of its kind; reports when it is not.</summary>
    public bool Claim(SyntaxToken keyword, SyntaxToken? target = null)
    {
        var clause = (keyword.Kind, target?.Kind);
        if (!_claimed.TryGetValue(clause, out var first))
        {
            _claimed.Add(clause, keyword.At(source));
            return true;
        }

        var name = SyntaxFacts.GetDisplayName(keyword.Kind);
        var of = target is null ? Hint.None : SyntaxFacts.GetDisplayName(target.Kind);
        ReportTwice(reporter, keyword.At(source), target is null ? name : Hint.Of($"{name.Japanese} {of.Japanese}", $"{name.English} {of.English}"), first);
        return false;
    }

    /// <summary>Binds a clause; others are left alone.</summary>
    public void Bind(MemberSyntax member)
    {
        switch (member)
        {
            case AmountLimitClauseSyntax limit:
                HeaderParts.ReadNotes(notes, [.. limit.Notes]);
                BindLimit(limit);
                break;
            case RoundingClauseSyntax rounding:
                HeaderParts.ReadNotes(notes, [.. rounding.Notes]);
                BindRounding(rounding);
                break;
            case RedistributionClauseSyntax redistribution:
                HeaderParts.ReadNotes(notes, [.. redistribution.Notes]);
                BindRedistribution(redistribution);
                break;
            case ResidueClauseSyntax residue:
                HeaderParts.ReadNotes(notes, [.. residue.Notes]);
                BindResidue(residue);
                break;
        }
    }

    /// <summary>What only the whole of the clauses shows.</summary>
    public void Complete()
    {
        if (_redistribution is { } location && !rules.HasCap)
        {
            reporter.Report(Descriptors.NothingToRedistribute, location);
        }
    }

    private void BindLimit(AmountLimitClauseSyntax syntax)
    {
        if (!Claim(syntax.Keyword))
        {
            return;
        }

        if (syntax.Keyword.Kind == SyntaxKind.CapKeyword)
        {
            rules.HasCap = true;
            rules.Cap = amounts.BindYen(syntax.Amount, Hint.Of("`上限`", "A `cap`"));
        }
        else
        {
            rules.Floor = amounts.BindYen(syntax.Amount, Hint.Of("`下限`", "A `floor`"));
        }
    }

    private void BindRounding(RoundingClauseSyntax syntax)
    {
        var target = syntax.Target?.Kind switch
        {
            SyntaxKind.ShareOfWeightKeyword => RoundingTarget.Share,
            SyntaxKind.ClassBudgetsKeyword => RoundingTarget.ClassBudget,
            SyntaxKind.SumKeyword => RoundingTarget.Total,
            _ => RoundingTarget.Amount,
        };
        if (syntax.Unit.IsMissing || syntax.Direction.IsMissing || !Claim(syntax.Keyword, target == RoundingTarget.Amount ? null : syntax.Target))
        {
            return;
        }

        if (pool is not null && target == RoundingTarget.Total)
        {
            reporter.Report(
                Descriptors.MisplacedPart, syntax.At(source), "`端数 合計`", "枠",
                Hint.Of("団体ごとの合計の端数は、枠の外、配分のすぐ下に書いてください。", "The rounding of each row's total belongs directly into the allocation."));
            return;
        }

        var written = CanonicalText.Of(syntax);
        var unit = syntax.DecimalPlaces is not null ? ReadPlaces(syntax.Unit) : ReadUnit(syntax.Unit, target == RoundingTarget.Share);
        if (unit is not { Sign: > 0 } positive)
        {
            reporter.Report(Descriptors.BadAllocationRounding, syntax.At(source), written, Advice(syntax, target));
            return;
        }

        var direction = syntax.Direction.Kind switch
        {
            SyntaxKind.RoundUpKeyword => RoundingDirection.Up,
            SyntaxKind.RoundNearestKeyword => RoundingDirection.Nearest,
            _ => RoundingDirection.Down,
        };
        rules.Roundings.Add(new AllocationRounding(target, positive, direction));
        rules.ShareRoundingLocation = target == RoundingTarget.Share ? syntax.At(source) : rules.ShareRoundingLocation;
    }

    private static LocalizedText Advice(RoundingClauseSyntax syntax, RoundingTarget target) => syntax.DecimalPlaces is not null
        ? Hint.Of("桁数は `小数点以下10位` のように 0 から 100 までの整数で書いてください。", "Write the number of places as a whole number from 0 to 100: `小数点以下10位`.")
        : target == RoundingTarget.Share
            ? Hint.Of("按分率の単位は `小数点以下10位` か `0.0001` のような正の数です。", "A share is rounded to `小数点以下10位` or a positive number such as `0.0001`.")
            : Hint.Of("金額の単位は `円`、`千円`、`10円` のような正の金額です。", "An amount is rounded to a positive amount such as `円`, `千円` or `10円`.");

    private static ExactNumber? ReadPlaces(SyntaxToken token) =>
        RoundingWords.ReadPlaces(token) is { } places ? new ExactNumber(BigInteger.One, BigInteger.Pow(10, places)) : null;

    private ExactNumber? ReadUnit(SyntaxToken token, bool isShare)
    {
        var literal = token.Kind == SyntaxKind.NumberToken ? NumberLiteral.Parse(token.Text) : null;
        var name = literal?.Unit ?? LabelText.Of(token);
        var number = literal?.Value ?? ExactNumber.One;
        if (literal is { IsValid: false })
        {
            return null;
        }

        if (name.Length == 0)
        {
            return isShare ? number : null;
        }

        return _types.FindUnit(name) is { } unit && unit.Dimension.Equals(isShare ? Dimension.None : Dimension.Of("円")) && (literal is not null || !isShare)
            ? number * unit.Factor
            : null;
    }

    private void BindRedistribution(RedistributionClauseSyntax syntax)
    {
        if (!Claim(syntax.Keyword))
        {
            return;
        }

        _redistribution = syntax.At(source);
        BoundExpression? weight = null;
        BoundExpression? participants = null;
        int? rounds = null;
        var saysRounds = false;
        var seen = new Dictionary<Type, TextLocation>();
        foreach (var option in syntax.Options)
        {
            if (seen.TryGetValue(option.GetType(), out var first))
            {
                ReportTwice(reporter, option.At(source), Hint.Of("`再配分` の同じ指定", "The same option of the `redistribution`"), first);
                continue;
            }

            seen.Add(option.GetType(), option.At(source));
            switch (option)
            {
                case RedistributionWeightSyntax { Weight: { } expression }:
                    weight = amounts.Expressions.BindQuantity(expression);
                    break;
                case RedistributionRoundsSyntax { Rounds: var token }:
                    saysRounds = true;
                    rounds = ReadRounds(token);
                    break;
                case RedistributionParticipantsSyntax { Condition: { } condition }:
                    participants = amounts.Expressions.BindTruth(condition);
                    break;
            }
        }

        if (!saysRounds)
        {
            reporter.Report(Descriptors.BadRounds, syntax.Keyword.At(source));
        }

        rules.Redistribution = new RedistributionSymbol(weight, rounds, participants, syntax.At(source));
    }

    private int? ReadRounds(SyntaxToken token)
    {
        if (token.Kind == SyntaxKind.UntilSettledKeyword)
        {
            return null;
        }

        var literal = NumberLiteral.Parse(token.Text);
        var isCount = literal.Unit.Length > 0 && SyntaxFacts.FindUnit(literal.Unit) is { Dimension: "回" };
        if (literal.IsValid && isCount && literal.Value.IsInteger && literal.Value.Sign > 0 && literal.Value <= 1000)
        {
            return (int)literal.Value.Numerator;
        }

        if (literal.IsValid)
        {
            reporter.Report(Descriptors.BadRounds, token.At(source));
        }

        return null;
    }

    private void BindResidue(ResidueClauseSyntax syntax)
    {
        if (syntax.Fate.IsMissing || !Claim(syntax.Keyword))
        {
            return;
        }

        var kind = syntax.Fate.Kind switch
        {
            SyntaxKind.LargestRemainderKeyword => ResidueKind.LargestRemainder,
            SyntaxKind.CarryForwardKeyword => ResidueKind.CarryForward,
            SyntaxKind.ToRecipientsKeyword => ResidueKind.Recipients,
            SyntaxKind.ToAllocationKeyword or SyntaxKind.ToPoolKeyword => ResidueKind.SpillOver,
            _ => ResidueKind.Report,
        };
        var residue = new ResidueSymbol(kind, syntax.At(source))
        {
            Key = syntax.Key is null ? null : amounts.Expressions.BindQuantity(syntax.Key),
            KeyDirection = syntax.Direction?.Kind == SyntaxKind.LowestFirstKeyword ? RankDirection.LowestFirst : RankDirection.HighestFirst,
            Recipients = ReadRecipients(syntax),
        };
        if (syntax.Target is { } target && !new ResidueTargetBinder(reporter, source, table, allocation, pool).Bind(residue, syntax.Fate, target))
        {
            return;
        }

        rules.Residue = residue;
    }

    private List<string> ReadRecipients(ResidueClauseSyntax syntax)
    {
        var keys = new Dictionary<string, TextLocation>(StringComparer.Ordinal);
        var recipients = new List<string>();
        foreach (var token in syntax.Recipients.OfType<SyntaxToken>().Where(t => t.Kind == SyntaxKind.StringToken && !t.IsMissing))
        {
            var key = StringLiteral.Unquote(token.Text);
            if (keys.TryGetValue(key, out var first))
            {
                ReportTwice(reporter, token.At(source), Hint.Of($"`{key}`", $"`{key}`"), first);
                continue;
            }

            keys.Add(key, token.At(source));
            recipients.Add(key);
        }

        return recipients;
    }
}
