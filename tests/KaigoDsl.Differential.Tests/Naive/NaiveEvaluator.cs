using System.Numerics;
using KaigoDsl.Differential.Tests.Coverage;
using KaigoDsl.Differential.Tests.Model;

namespace KaigoDsl.Differential.Tests.Naive;

/// <summary>
/// Scores one entity after another, straight from the definitions of the language reference and as slowly as need be. It works
/// on the tests' own model: no plan, no steps, no columns, no code of the product. Everything is evaluated, also what a
/// short circuit could skip, so that a circle shows whatever the data are.
/// </summary>
internal sealed partial class NaiveEvaluator
{
    private readonly SpecIndex _index;
    private readonly DataTable _table;
    private readonly Mutation _mutation;
    private readonly CoverageCounter _coverage;
    private readonly NaiveEvaluator? _members;
    private readonly Memo<(int Node, int Row), BigInteger?> _ownScores = new();
    private readonly Memo<(int Node, int Row), int?> _chosen = new();
    private readonly Memo<(int Node, int Without, int Row), BigInteger?> _scoresWithout = new();
    private readonly Memo<(int Item, int Row), bool?> _met = new();
    private readonly Memo<int, NaiveRanking> _rankings = new();

    public NaiveEvaluator(SpecIndex index, DataTable table, CoverageCounter coverage, Mutation mutation = Mutation.None)
    {
        _index = index;
        _table = table;
        _coverage = coverage;
        _mutation = mutation;
        _members = index.Members is { } members && table.Members is { } memberTable ? new NaiveEvaluator(members, memberTable, coverage, mutation) : null;
    }

    /// <summary>The points of a node that count: 0 when it is in a series that lost (section 11); <see langword="null"/> for unknown.</summary>
    public BigInteger? Score(Node node, int row)
    {
        var own = OwnScore(node, row);
        var lost = IsLost(node, row);
        return lost && _mutation != Mutation.LosingSeriesKeepsItsPoints ? 0 : own;
    }

    /// <summary>Whether a 高い方 above the node booked another series.</summary>
    public bool IsLost(Node node, int row)
    {
        var lost = false;
        for (var (below, above) = (node, _index.Parent(node)); above is not null; (below, above) = (above, _index.Parent(above)))
        {
            if (above.Scoring == Scoring.Best && Chosen(above, row) is { } chosen && chosen != below.Id)
            {
                lost = true;
            }
        }

        return lost;
    }

    /// <summary>The child a 高い方 books, by id; <see langword="null"/> when a score is unknown.</summary>
    public int? Chosen(Node best, int row) => _chosen.Get((best.Id, row), () =>
    {
        var scores = best.Children.Select(c => OwnScore(c, row)).ToList();
        var standings = best.Children.Select(c => RelativeStanding(c, row)).ToList();
        if (scores.Contains(null))
        {
            _coverage.Hit(Construct.BestOfUnknown);
            return null;
        }

        if (_mutation == Mutation.FirstSeriesAlways)
        {
            return best.Children[0].Id;
        }

        var most = scores.Max();
        var equal = Enumerable.Range(0, scores.Count).Where(i => scores[i] == most).ToList();
        _coverage.Hit(Construct.BestByPoints, equal.Count == 1);
        if (equal.Count == 1 || _mutation == Mutation.StandingIgnoredBetweenEqualSeries)
        {
            return best.Children[equal[0]].Id;
        }

        var ranked = equal.Where(i => standings[i] is not null).ToList();
        if (ranked.Count == 0)
        {
            _coverage.Hit(Construct.BestByOrderUnranked);
            return best.Children[equal[0]].Id;
        }

        var smallest = ranked.Min(i => standings[i]!.Value);
        var winners = ranked.Where(i => standings[i]!.Value == smallest).ToList();
        _coverage.Hit(Construct.BestRankedBeforeUnranked, ranked.Count < equal.Count && winners[0] != equal[0]);
        _coverage.Hit(Construct.BestByStanding, winners.Count < ranked.Count && winners[0] != ranked[0]);
        _coverage.Hit(Construct.BestByOrderEqualStanding, winners.Count > 1);
        return best.Children[winners[0]].Id;
    });

    /// <summary>The standing ÷ N of a series in its own ranking; <see langword="null"/> when it has none or is not ranked.</summary>
    private Fraction? RelativeStanding(Node series, int row)
    {
        if (series.Ranking is null)
        {
            return null;
        }

        var ranking = Ranking(series);
        return ranking.Standing(row) is { } standing ? new Fraction(standing, ranking.N) : null;
    }

    /// <summary>The points of a node before any choice above it.</summary>
    private BigInteger? OwnScore(Node node, int row) => _ownScores.Get((node.Id, row), () =>
    {
        switch (node.Scoring)
        {
            case Scoring.Item:
                return IsMet(node, row) == true ? node.Points : 0;
            case Scoring.Input or Scoring.Unconfirmed:
                return GivenPoints(node, row);
            case Scoring.Reference:
                _coverage.Hit(Construct.SharedGroupReferred);
                return Capped(node, Score(_index.SharedGroup(node.Group!), row));
            case Scoring.Total:
                _coverage.Hit(Construct.TotalOfLosingSeries, node.Terms.Any(t => IsLost(_index[t], row)));
                return Sum(node.Terms.Select(t => Score(_index[t], row)));
            case Scoring.Best:
                Chosen(node, row);
                var candidates = node.Children.Select(c => OwnScore(c, row)).ToList();
                return Capped(node, candidates.Contains(null) ? null
                    : _mutation == Mutation.FirstSeriesAlways ? candidates[0] : candidates.Max());
            default:
                return Capped(node, Sum(node.Children.Select(c => OwnScore(c, row))));
        }
    });

    /// <summary>X.得点 除く この指標: the points of X as if the indicator were not written.</summary>
    private BigInteger? ScoreWithout(Node node, Node indicator, int row) => _scoresWithout.Get((node.Id, indicator.Id, row), () =>
    {
        if (!_index.IsIn(indicator, node))
        {
            return OwnScore(node, row);
        }

        _coverage.Hit(Construct.SecondPassThroughBest, node.Scoring == Scoring.Best);
        _coverage.Hit(Construct.SecondPassThroughReference, node.Scoring == Scoring.Reference);
        if (node.Scoring == Scoring.Reference)
        {
            return Capped(node, ScoreWithout(_index.SharedGroup(node.Group!), indicator, row));
        }

        var others = node.Children.Where(c => c.Id != indicator.Id).Select(c => ScoreWithout(c, indicator, row)).ToList();
        return Capped(node, node.Scoring != Scoring.Best ? Sum(others) : others.Contains(null) ? null : others.Max());
    });

    private BigInteger? Sum(IEnumerable<BigInteger?> parts)
    {
        BigInteger? total = 0;
        foreach (var part in parts.ToList())
        {
            total += part;
        }

        _coverage.Hit(Construct.UnknownTotal, total is null);
        return total;
    }

    private BigInteger? Capped(Node node, BigInteger? points)
    {
        if (points is null || node.Cap is not { } cap || points <= cap || _mutation == Mutation.CapIgnored)
        {
            return points;
        }

        _coverage.Hit(node.Scoring switch
        {
            Scoring.Best => Construct.CapBindsBest,
            Scoring.Reference => Construct.CapBindsReference,
            _ => Construct.CapBindsSum,
        });
        return cap;
    }

    private BigInteger? GivenPoints(Node node, int row)
    {
        var given = _table[_index.Path(node), row].Quantity;
        _coverage.Hit((node.Scoring, given) switch
        {
            (Scoring.Input, null) => Construct.PointsInputBlank,
            (Scoring.Input, _) => Construct.PointsInputGiven,
            (_, null) => Construct.UnconfirmedBlank,
            _ => Construct.UnconfirmedGiven,
        });
        return given?.Numerator ?? (_mutation == Mutation.UnknownPointsAreZero ? 0 : null);
    }

    /// <summary>Whether an item is 該当: true, false or not known. Choices between series do not matter here.</summary>
    public bool? IsMet(Node item, int row) => _met.Get((item.Id, row), () =>
    {
        var computed = item.Tier is { } tier ? InTier(item, tier, row)
            : item.Condition is { } condition ? Truth(condition, row, item)
            : null;
        var isComputed = item.Tier is not null || item.Condition is not null;
        var answer = _table[_index.Path(item), row].Answer;
        if (!isComputed)
        {
            _coverage.Hit(answer switch
            {
                AnswerCell.Met => Construct.AnswerMet,
                AnswerCell.NotMet => Construct.AnswerNotMet,
                AnswerCell.NotDone => Construct.AnswerNotDone,
                _ => Construct.AnswerNotReported,
            });
        }

        var reported = answer switch
        {
            AnswerCell.Met => true,
            AnswerCell.NotMet or AnswerCell.NotDone => false,
            _ => _mutation == Mutation.NotReportedIsNo && !isComputed ? false : (bool?)null,
        };
        var overrides = isComputed && reported is not null && _mutation != Mutation.OverrideIgnored;
        var own = isComputed && !overrides ? computed : reported;
        _coverage.Hit(Construct.OverrideGives, overrides && computed != true && reported == true);
        _coverage.Hit(Construct.OverrideTakes, overrides && computed == true && reported == false);

        var met = own;
        foreach (var prerequisite in item.Prerequisites.Select(id => IsMet(_index[id], row)).ToList())
        {
            _coverage.Hit(Construct.PrerequisiteBlocks, own == true && prerequisite == false);
            _coverage.Hit(Construct.PrerequisiteUnknown, own == true && prerequisite is null);
            _coverage.Hit(Construct.OverrideStillNeedsPrerequisite, overrides && own == true && prerequisite != true);
            if (_mutation != Mutation.PrerequisiteIgnored)
            {
                met = And(met, prerequisite);
            }
        }

        return met;
    });

    /// <summary>かつ after Kleene: false beats unknown.</summary>
    private static bool? And(bool? a, bool? b) => a == false || b == false ? false : a is null || b is null ? null : true;

    /// <summary>または after Kleene: true beats unknown.</summary>
    private static bool? Or(bool? a, bool? b) => a == true || b == true ? true : a is null || b is null ? null : false;
}
