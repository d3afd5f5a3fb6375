using KaigoDsl.Differential.Tests.Model;

namespace KaigoDsl.Differential.Tests.Generation;

/// <summary>Indicators, series, items and rankings.</summary>
internal sealed partial class SpecGenerator
{
    private Node Indicator(string label)
    {
        if (_dice.Chance(5))
        {
            return Complete(new Node { Id = NewId(), Level = Level.Indicator, Label = label, Scoring = Scoring.Unconfirmed });
        }

        if (_dice.Chance(5))
        {
            return Complete(new Node { Id = NewId(), Level = Level.Indicator, Label = label, Scoring = Scoring.Input, Points = _dice.Between(1, 20), StatesPoints = true });
        }

        var hasSeries = _dice.Chance(40);
        var isBest = hasSeries ? _dice.Chance(75) : _dice.Chance(5);
        _openChoices += isBest ? 1 : 0;
        var inputs = Inputs(60);
        var children = new List<Node>();
        var labels = new Queue<string>(s_itemLabels);
        for (var i = _dice.Next(hasSeries ? 2 : 4); i > 0; i--)
        {
            children.Add(Item(labels.Dequeue(), children));
        }

        var ranking = _dice.Chance(hasSeries ? 25 : 60) ? Rule(Measure(), Population()) : null;
        var shares = new Dictionary<bool, Fraction>();
        if (ranking is not null && _dice.Chance(95))
        {
            AddTiers(children, labels, _dice.Between(1, 3), shares);
        }

        if (hasSeries)
        {
            for (var i = _dice.Between(isBest ? 2 : 1, 3); i > 0; i--)
            {
                children.Add(Series(s_seriesLabels[i], children, ranking is null ? null : shares));
            }
        }

        while (children.Count < (isBest ? 2 : 1))
        {
            children.Add(Item(labels.Dequeue(), children));
        }

        CloseScope(inputs);
        _openChoices -= isBest ? 1 : 0;
        return Finish(new Node
        {
            Id = NewId(),
            Level = Level.Indicator,
            Label = label,
            Scoring = isBest ? Scoring.Best : Scoring.Sum,
            Children = [.. MixUp(children)],
            Inputs = [.. inputs],
            Ranking = ranking,
            StatesPoints = _dice.Chance(60),
        });
    }

    /// <param name="shares">The shares used so far of the ranking of the indicator; <see langword="null"/> when it has none.</param>
    private Node Series(string label, List<Node> beside, Dictionary<bool, Fraction>? shares)
    {
        if (_dice.Chance(6))
        {
            return Complete(new Node { Id = NewId(), Level = Level.Series, Label = label, Scoring = Scoring.Input, Points = _dice.Between(1, 12), StatesPoints = true });
        }

        var inputs = Inputs(25);
        var children = new List<Node>();
        var labels = new Queue<string>(s_seriesItemLabels);
        for (var i = _dice.Next(2); i > 0; i--)
        {
            children.Add(Item(labels.Dequeue(), children.Concat(beside.Where(n => n.IsItem))));
        }

        var ranking = _dice.Chance(60) ? Rule(Measure(), Population()) : null;
        if (ranking is not null ? _dice.Chance(90) : shares is not null)
        {
            AddTiers(children, labels, _dice.Between(1, 2), ranking is not null ? [] : shares ?? []);
        }

        if (children.Count == 0)
        {
            children.Add(Item(labels.Dequeue()));
        }

        CloseScope(inputs);
        return Finish(new Node
        {
            Id = NewId(),
            Level = Level.Series,
            Label = label,
            Children = [.. MixUp(children)],
            Inputs = [.. inputs],
            Ranking = ranking,
            StatesPoints = _dice.Chance(60),
        });
    }

    /// <summary>Tiers of one side that become strictly harder.</summary>
    /// <param name="shares">By side, the last share used.</param>
    private void AddTiers(List<Node> children, Queue<string> labels, int count, Dictionary<bool, Fraction> shares)
    {
        var isTop = _dice.Chance(75);
        Number[] ladder =
        [
            new("100", "%"), new("9", "割"), new("7", "割"), new("66.6", "%"), new("5", "割"), new("33", "%"), new("3", "割"), new("12.5", "%"),
            new("1", "割"), new("0.1", "割"),
        ];
        for (; count > 0; count--)
        {
            isTop = _dice.Chance(15) ? !isTop : isTop;
            var left = ladder.Where(s => !shares.TryGetValue(isTop, out var last) || s.Value < last).ToList();
            if (left.Count == 0 || labels.Count == 0)
            {
                return;
            }

            var share = left[_dice.Next(Math.Min(3, left.Count))];
            shares[isTop] = share.Value;
            children.Add(Item(labels.Dequeue(), children.Where(n => n.IsItem)) with { Tier = new Tier(isTop, share), Condition = null });
        }
    }

    /// <summary>Puts children in another order, but leaves tiers (which must become harder) in theirs, wherever they are.</summary>
    private List<Node> MixUp(List<Node> children)
    {
        if (children.Exists(c => c.Level == Level.Series && c.SelfAndBelow().Any(n => n.Tier is not null)))
        {
            return children;
        }

        var tiers = new Queue<Node>(children.Where(c => c.Tier is not null));
        return [.. _dice.Shuffle(children).Select(c => c.Tier is null ? c : tiers.Dequeue())];
    }

    private Node Item(string label, IEnumerable<Node>? beside = null, Expr? condition = null)
    {
        _budget--;
        var candidates = (beside ?? []).Where(n => n.IsItem).ToList();
        var item = new Node
        {
            Id = NewId(),
            Level = Level.Item,
            Label = label,
            Scoring = Scoring.Item,
            Points = _dice.Between(1, 6),
            StatesPoints = true,
            Condition = condition ?? (_dice.Chance(50) ? Truth(_dice.Between(1, 3)) : null),
            Prerequisites = candidates.Count > 0 && _dice.Chance(25)
                ? [.. _dice.Shuffle(candidates).Take(_dice.Between(1, 2)).Select(n => n.Id)]
                : [],
        };
        _items.Add(item.Id);
        return Complete(item);
    }

    private Expr Measure()
    {
        var aggregate = _members is not null && _dice.Chance(50) ? AggregateOf(_dice.Pick("", "団体", AnyDimension(), AnyDimension())) : null;
        return aggregate ?? Quantity(AnyDimension(), 2);
    }

    private RankingRule Rule(Expr measure, Expr? population) => new(
        measure,
        _dice.Chance(60),
        population,
        _dice.Chance(70),
        _dice.Pick(CountRule.Down, CountRule.Down, CountRule.Up, CountRule.Nearest),
        _dice.Chance(50));

    private Expr? Population() => _dice.Chance(40) ? Truth(_dice.Between(1, 2)) : null;
}
