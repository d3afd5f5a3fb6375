using KaigoDsl.Differential.Tests.Coverage;
using KaigoDsl.Differential.Tests.Model;
using KaigoDsl.Differential.Tests.Naive;

namespace KaigoDsl.Differential.Tests.Generation;

/// <summary>
/// Random specs that have no error. To add a construct of the language:
/// <list type="number">
/// <item>say it in the model (<see cref="Spec"/>, <see cref="Node"/> or <see cref="Expr"/>) and print it in <c>Printing</c>;</item>
/// <item>make it here now and then, more often than looks natural: rare constructs are never reached together;</item>
/// <item>evaluate it in <see cref="NaiveEvaluator"/> as the language reference defines it, not as the engine does it;</item>
/// <item>add it to <see cref="Construct"/> and count it where it makes a difference: a construct never reached fails the test;</item>
/// <item>add a <see cref="Mutation"/> if it can be got wrong in a way that no other one covers.</item>
/// </list>
/// A node may read what is complete before it, so that there is no circle; the one indicator that ranks a total without itself comes
/// last, and is left out again where it would close a circle.
/// </summary>
internal sealed partial class SpecGenerator
{
    private static readonly string[] s_rootLabels = ["推進", "支援", "共通", "基盤", "地域・連携", "独自", "試行", "継続"];
    private static readonly string[] s_sharedLabels = ["成果指標", "共有・取組"];
    private static readonly string[] s_totalLabels = ["体制計", "成果計"];
    private static readonly string[] s_areaLabels = ["分野甲", "分野乙", "分野丙", "分野丁"];
    private static readonly string[] s_goalLabels = ["Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ"];
    private static readonly string[] s_groupLabels = ["体制・取組", "活動", "環境", "人材", "連携"];
    private static readonly string[] s_indicatorLabels = ["1", "2", "3", "10", "21", "3_2"];
    private static readonly string[] s_itemLabels = ["ア", "イ", "ウ", "エ", "オ", "カ", "キ", "ク"];
    private static readonly string[] s_seriesLabels = ["甲", "乙", "丙", "丁"];
    private static readonly string[] s_seriesItemLabels = ["①", "②", "③", "④", "⑤", "⑥"];
    private static readonly string[] s_columnLabels =
    [
        "研修修了者数", "高齢者数", "事業費", "認定率", "平均要介護度", "実施", "区分", "開始", "圏域", "会議・協議", "委託", "登録者", "平均", "中央値", "得点率", "①回目",
    ];

    private readonly Dice _dice;
    private readonly List<Column> _scope = [];
    private readonly List<Constant> _constants = [];
    private readonly List<int> _items = [];
    private readonly List<int> _scores = [];
    private readonly List<string> _groups = [];
    private readonly List<int> _sharedScores = [];
    private readonly List<Node> _totals = [];
    private readonly HashSet<string> _usedRootLabels = [];
    private readonly HashSet<int> _unconfirmed = [];
    private SpecGenerator? _members;
    private int _openChoices;
    private int _budget;
    private int _nextId;
    private int _nextColumn;

    private SpecGenerator(int seed) => _dice = new Dice(seed);

    public static Spec Generate(int seed)
    {
        var generator = new SpecGenerator(seed);
        return generator._dice.Chance(30) ? generator.GenerateWithMembers() : generator.Generate();
    }

    /// <summary>都道府県 that aggregate 市町村.</summary>
    private Spec GenerateWithMembers()
    {
        _members = new SpecGenerator(_dice.Next(int.MaxValue));
        var members = _members.Generate(isMember: true);
        _members._scope.Clear();
        _members._scope.AddRange(members.Columns);
        _members._scores.Add(members.Framework.Id);
        return Generate(members: members);
    }

    private Spec Generate(bool isMember = false, Spec? members = null)
    {
        _budget = _dice.Between(3, 18);
        var attributes = Columns(_dice.Between(2, 5));
        if (isMember)
        {
            attributes.Insert(0, new Column("所属", ColumnSort.Reference, string.Empty));
        }

        _scope.AddRange(attributes);
        AddConstants();
        _members?.TakeConstants(_constants);
        var shared = new List<Node>();
        for (var i = _dice.Pick(0, 0, 1, 1, 2); i > 0; i--)
        {
            shared.Add(SharedGroup(s_sharedLabels[shared.Count]));
            _groups.Add(shared[^1].Label);
            _sharedScores.Add(shared[^1].Id);
        }

        var framework = Finish(Framework(shared));
        var spec = new Spec
        {
            Entity = isMember ? "市町村" : _members is not null ? "都道府県" : _dice.Pick("市町村", "都道府県", "保険者", "地域包括支援センター"),
            HasOwner = isMember,
            Members = members,
            HasName = _dice.Chance(50),
            Attributes = [.. attributes],
            Constants = [.. _constants],
            Framework = framework,
            SharedGroups = [.. shared],
            Totals = [.. _totals],
            PrintSeed = _dice.Between(1, int.MaxValue - 1),
        };
        return _dice.Chance(45) ? WithSecondPass(spec) : spec;
    }

    // What an aggregate takes from its members speaks of the constants of the spec in which it is written.
    private void TakeConstants(IEnumerable<Constant> constants)
    {
        _constants.Clear();
        _constants.AddRange(constants);
    }

    private int NewId() => _nextId++;

    private Node Framework(List<Node> shared)
    {
        var children = new List<Node>();
        for (var i = _dice.Between(1, 3); i > 0; i--)
        {
            children.Add(Container(_dice.Pick(Level.Grant, Level.Grant, Level.Area, Level.Goal, Level.Group, Level.Indicator), isRoot: true));
            AddTotal();
        }

        // Every shared group is used, most of them twice.
        foreach (var group in shared.Where(g => _dice.Chance(60) || !IsReferred(children, g) && !IsReferred(shared, g)))
        {
            children.Add(Reference(group.Label, RootLabel()));
        }

        return new Node
        {
            Id = NewId(),
            Level = Level.Framework,
            Label = string.Empty,
            Children = [.. _dice.Shuffle(children)],
            StatesPoints = _dice.Chance(70),
        };
    }

    /// <summary>A 集計 over what is complete; what comes later may read it.</summary>
    private void AddTotal()
    {
        if (_totals.Count == s_totalLabels.Length || _scores.Count == 0 || !_dice.Chance(25))
        {
            return;
        }

        var terms = _dice.Shuffle(_scores.Where(s => !_unconfirmed.Contains(s))).Take(_dice.Between(1, 4)).ToList();
        if (terms.Count > 0)
        {
            _totals.Add(Complete(new Node
            {
                Id = NewId(),
                Level = Level.Total,
                Label = s_totalLabels[_totals.Count],
                Scoring = Scoring.Total,
                Terms = [.. terms],
                StatesPoints = _dice.Chance(60),
            }));
        }
    }

    private static bool IsReferred(IEnumerable<Node> trees, Node group) =>
        trees.SelectMany(t => t.SelfAndBelow()).Any(n => n.Group == group.Label);

    private Node SharedGroup(string label) => Container(Level.Group, isRoot: true, label);

    private string RootLabel()
    {
        var label = s_rootLabels.First(l => !_usedRootLabels.Contains(l));
        _usedRootLabels.Add(label);
        return label;
    }

    private Node Reference(string group, string label) => Complete(new Node
    {
        Id = NewId(),
        Level = _dice.Pick(Level.Goal, Level.Group),
        Label = label,
        Scoring = Scoring.Reference,
        Group = group,
        Cap = _dice.Chance(15) ? _dice.Between(1, 8) : null,
        StatesPoints = _dice.Chance(60),
    });

    /// <summary>A node with everything below it; indicators are left to <see cref="Indicator"/>.</summary>
    private Node Container(Level level, bool isRoot, string? label = null)
    {
        label ??= isRoot ? RootLabel() : throw new ArgumentNullException(nameof(label));
        if (level == Level.Indicator)
        {
            return Indicator(label);
        }

        if (!isRoot && _dice.Chance(6))
        {
            return Complete(new Node { Id = NewId(), Level = level, Label = label, Scoring = Scoring.Input, Points = _dice.Between(1, 30), StatesPoints = true });
        }

        var isBest = _dice.Chance(12);
        _openChoices += isBest ? 1 : 0;
        var inputs = Inputs(10);
        var labels = Labels();
        var children = new List<Node>();
        for (var i = isBest ? _dice.Between(2, 3) : _dice.Between(1, 3); i > 0 && (_budget > 0 || children.Count == 0 || (isBest && children.Count < 2)); i--)
        {
            children.Add(Child(level, labels));
        }

        CloseScope(inputs);
        _openChoices -= isBest ? 1 : 0;
        return Finish(new Node
        {
            Id = NewId(),
            Level = level,
            Label = label,
            Scoring = isBest ? Scoring.Best : Scoring.Sum,
            Children = [.. _dice.Shuffle(children)],
            Inputs = [.. inputs],
            StatesPoints = _dice.Chance(60),
        });
    }

    private Node Child(Level parent, Dictionary<Level, Queue<string>> labels)
    {
        Level[] choices = parent switch
        {
            Level.Grant or Level.Area => [Level.Area, Level.Goal, Level.Goal, Level.Group, Level.Indicator],
            Level.Goal => [Level.Group, Level.Group, Level.Indicator],
            _ => _dice.Chance(15) ? [Level.Group] : [Level.Indicator],
        };
        var level = _budget > 0 ? _dice.Pick(choices) : Level.Indicator;
        if (_groups.Count > 0 && _dice.Chance(15))
        {
            return Reference(_dice.Pick(_groups), labels[Level.Group].Dequeue()) with { Level = Level.Group };
        }

        return Container(level, isRoot: false, labels[level].Dequeue());
    }

    private Dictionary<Level, Queue<string>> Labels() => new()
    {
        [Level.Area] = new(_dice.Shuffle(s_areaLabels)),
        [Level.Goal] = new(_dice.Shuffle(s_goalLabels)),
        [Level.Group] = new(_dice.Shuffle(s_groupLabels)),
        [Level.Indicator] = new(_dice.Shuffle(s_indicatorLabels)),
    };

    /// <summary>Sets what depends on the children (cap, hidden points) and makes the node readable.</summary>
    private Node Finish(Node node)
    {
        if (node.Children.Any(c => c.Scoring == Scoring.Unconfirmed))
        {
            node = node with { StatesPoints = true, Hidden = _dice.Between(1, 9) };
        }
        else if (_dice.Chance(node.Scoring == Scoring.Best ? 25 : 15))
        {
            node = node with { Cap = _dice.Between(1, 12) };
        }

        return Complete(node);
    }

    /// <summary>From here on others may read the node's points; below an open 高い方 only when that is complete.</summary>
    private Node Complete(Node node)
    {
        if (node.Scoring == Scoring.Unconfirmed)
        {
            _unconfirmed.Add(node.Id);
        }

        if (_openChoices == 0)
        {
            _scores.AddRange(node.SelfAndBelow().Where(n => n.Level != Level.Framework).Select(n => n.Id).Except(_scores));
        }

        return node;
    }

    /// <summary>Adds an indicator that ranks the score of the framework, or of a part of it, without itself.</summary>
    private Spec WithSecondPass(Spec spec)
    {
        var index = new SpecIndex(spec);
        var hosts = spec.Nodes.Where(n => n.Level < Level.Indicator && n.Scoring is Scoring.Sum or Scoring.Best).ToList();
        var host = _dice.Pick(hosts);
        var whole = _dice.Pick(spec.Nodes.Where(n => n.Scoring is Scoring.Sum or Scoring.Best or Scoring.Reference && n.Level < Level.Indicator && index.IsIn(host, n)).Append(spec.Framework).ToList());
        var id = NewId();
        var score = new ScoreOf(whole.Id, id);
        Expr measure = _dice.Next(4) switch
        {
            0 => new Binary(Op.Divide, score, Quantity(_dice.Pick("人", "件"), 1)),
            1 => new Binary(Op.Add, score, Quantity("点", 1)),
            _ => score,
        };
        var ranking = Rule(measure, null);
        var children = new List<Node>();
        var labels = new Queue<string>(s_itemLabels);
        AddTiers(children, labels, _dice.Between(1, 3), []);
        if (_dice.Chance(40))
        {
            children.Add(Item(labels.Dequeue(), condition: new Binary(_dice.Pick(Op.Greater, Op.LessOrEqual), score, Literal("点"))));
        }

        var indicator = new Node { Id = id, Level = Level.Indicator, Label = "99", Children = [.. children], Ranking = ranking };
        var candidate = spec.WithNode(host.Id, n => n with { Children = n.Children.Insert(_dice.Next(n.Children.Length + 1), indicator) });
        return IsCircular(candidate) ? spec : candidate;
    }

    private static bool IsCircular(Spec spec)
    {
        var index = new SpecIndex(spec);
        var naive = new NaiveEvaluator(index, DataGenerator.Blank(index, rows: 1), new CoverageCounter());
        try
        {
            foreach (var node in spec.Nodes)
            {
                naive.Score(node, 0);
            }

            return false;
        }
        catch (CircularSpecException)
        {
            return true;
        }
    }
}
