using KaigoDsl.Differential.Tests.Coverage;
using KaigoDsl.Differential.Tests.Model;

namespace KaigoDsl.Differential.Tests.Naive;

/// <summary>管内: the end of section 13 of the language reference.</summary>
internal sealed partial class NaiveEvaluator
{
    private Fraction? AggregateOf(Aggregate aggregate, int row)
    {
        var members = _members ?? throw new InvalidOperationException("There are no members.");
        var own = members.RowsThatName(_table[DataTable.Key, row].Text, _mutation);
        _coverage.Hit(Construct.OwnerWithoutMembers, own.Count == 0 && members._table.Count > 0);
        if (aggregate.Value is not { } value)
        {
            _coverage.Hit(Construct.CountOfAllMembers, own.Count > 0);
            return own.Count;
        }

        var meant = value.Map(WithConstants);
        _coverage.Hit(Construct.MemberExpression, value.Parts.Any());
        _coverage.Hit(Construct.ConstantOfOwner, value.SelfAndParts().Any(e => e is ConstantName));
        return members._index.SortOf(meant) switch
        {
            ColumnSort.Truth => OfTruths(aggregate.Kind, [.. own.Select(r => members.Truth(meant, r, members._index.Spec.Framework))]),
            ColumnSort.Text => own.Count(r => members.Text(meant, r, members._index.Spec.Framework) is not null),
            _ => OfQuantities(aggregate.Kind, [.. own.Select(r => members.Quantity(meant, r, members._index.Spec.Framework))]),
        };
    }

    /// <summary>Constants are those of the spec in which the aggregate stands; members may have others of the same name.</summary>
    private Expr WithConstants(Expr expression) =>
        expression is ConstantName name ? _index.Spec.Constants.Single(c => c.Label == name.Label).Value.Map(WithConstants) : expression;

    private List<int> RowsThatName(string? key, Mutation mutation)
    {
        var link = _index.Spec.Link.Label;
        return [.. Enumerable.Range(0, _table.Count).Where(r => mutation == Mutation.EveryoneIsAMember || _table[link, r].Text == key)];
    }

    private Fraction? OfTruths(AggregateKind kind, List<bool?> values)
    {
        var met = values.Count(v => v == true);
        var known = values.Count(v => v is not null);
        _coverage.Hit(kind == AggregateKind.Share ? Construct.ShareOfMembers : Construct.CountOfMembers);
        _coverage.Hit(Construct.ShareOfNobodyKnown, kind == AggregateKind.Share && known == 0 && values.Count > 0);
        _coverage.Hit(Construct.ShareAmongKnown, kind == AggregateKind.Share && known > 0 && known < values.Count);
        var among = _mutation == Mutation.UnknownMembersSayNo ? values.Count : known;
        return kind == AggregateKind.Count ? met : among == 0 ? null : new Fraction(met, among);
    }

    private Fraction? OfQuantities(AggregateKind kind, List<Fraction?> values)
    {
        var known = values.OfType<Fraction>().ToList();
        known.Sort();
        _coverage.Hit(Construct.MemberValueMissing, known.Count > 0 && known.Count < values.Count);
        _coverage.Hit(
            kind switch
            {
                AggregateKind.Sum => known.Count == 0 ? Construct.SumOfNothingKnown : Construct.SumOfMembers,
                AggregateKind.Mean => Construct.MeanOfMembers,
                AggregateKind.Median => known.Count % 2 == 0 ? Construct.MedianOfEvenMembers : Construct.MedianOfOddMembers,
                AggregateKind.Maximum => Construct.MaximumOfMembers,
                AggregateKind.Minimum => Construct.MinimumOfMembers,
                _ => Construct.CountOfMembers,
            },
            values.Count > 0 && (known.Count > 0 || kind == AggregateKind.Sum));
        switch (kind)
        {
            case AggregateKind.Count:
                return known.Count;
            case AggregateKind.Sum:
                return known.Count == 0 && values.Count > 0 && _mutation != Mutation.NothingKnownSumsToZero ? null : Total(known);
            case var _ when known.Count == 0:
                return null;
            case AggregateKind.Mean:
                return Total(known) / known.Count;
            case AggregateKind.Median:
                return (known[(known.Count - 1) / 2] + known[known.Count / 2]) / 2;
            default:
                return kind == AggregateKind.Maximum ? known[^1] : known[0];
        }
    }

    private static Fraction Total(List<Fraction> values) => values.Aggregate((Fraction)0, (sum, value) => sum + value);
}
