using System.Collections.Immutable;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Tooling.Diffing;

namespace KaigoDsl.Tooling.Impact.Attribution;

/// <summary>The factors met so far, each with its index, and the change of the comparison it stands for.</summary>
internal sealed class FactorBook
{
    private readonly SpecDiff _diff;
    private readonly FrameworkPair _pair;
    private readonly Dictionary<(string Code, int Old, int New), int> _nodeChanges = [];
    private readonly Dictionary<(FactorKind, string), int> _indexes = [];
    private readonly Dictionary<int, ImmutableArray<int>> _joined = [];
    private readonly List<(FactorKind Kind, LocalizedText Text, int Change)> _factors = [];

    public FactorBook(SpecDiff diff, int pair)
    {
        (_diff, _pair) = (diff, diff.Pairs[pair]);
        for (var i = 0; i < diff.Changes.Length; i++)
        {
            if (diff.Changes[i] is var change && change.Pair == pair && change.OldColumn < 0 && change.NewColumn < 0)
            {
                _nodeChanges.TryAdd((change.Kind.Code, change.OldNode, change.NewNode), i);
            }
        }
    }

    public IReadOnlyList<(FactorKind Kind, LocalizedText Text, int Change)> Factors => _factors;

    public int Data => Get(FactorKind.Data, string.Empty, static () => new("データの違い", "different data"), -1);

    public int Interaction => Get(FactorKind.Interaction, string.Empty, static () => new("相互作用", "interaction"), -1);

    /// <summary>A change at a node; <see langword="null"/> when the comparison has none.</summary>
    public int? FindChange(ChangeKind kind, int oldNode, int newNode) =>
        _nodeChanges.TryGetValue((kind.Code, oldNode, newNode), out var change) ? Of(change) : null;

    /// <summary>A change at a node that is there before and after, though the comparison may have left it out as said elsewhere.</summary>
    public int Change(ChangeKind kind, int oldNode, int newNode) => FindChange(kind, oldNode, newNode) ?? Unsaid(kind, NameOf(newNode, oldNode));

    /// <summary>Another unit or type of a column.</summary>
    public int Column(int oldColumn, int newColumn)
    {
        var kind = _pair.Old.Columns[oldColumn].Type == _pair.New.Columns[newColumn].Type ? ChangeKinds.ColumnUnitChanged : ChangeKinds.ColumnTypeChanged;
        return BySubject(kind, _pair.New.Columns[newColumn].Name);
    }

    /// <summary>Another value of a constant.</summary>
    public int Constant(string name) => BySubject(ChangeKinds.ConstantChanged, name);

    /// <summary>A change of something that has a name of its own: a rule, a part of an allocation; -1 when the comparison has none.</summary>
    public int FindNamed(ChangeKind kind, string subject) => IndexOf(kind, subject) is >= 0 and var change ? Of(change) : -1;

    /// <summary>Whether the comparison has a change of something that has a name of its own.</summary>
    public bool Has(ChangeKind kind, string subject) => IndexOf(kind, subject) >= 0;

    /// <summary>Changes that can only happen together, as one factor; -1 for none.</summary>
    public int Joint(params IEnumerable<(ChangeKind Kind, string Subject)> named) =>
        Joint([.. named.Select(name => IndexOf(name.Kind, name.Subject)).Where(static change => change >= 0).Distinct()]);

    /// <summary>The changes of some kinds of something and of its parts, as one factor; -1 for none.</summary>
    public int JointUnder(string subject, params ReadOnlySpan<ChangeKind> kinds)
    {
        var changes = new List<int>();
        for (var i = 0; i < _diff.Changes.Length; i++)
        {
            var (kind, own) = (_diff.Changes[i].Kind, _diff.Changes[i].Subject.Japanese);
            if (kinds.Contains(kind) && own.StartsWith(subject, StringComparison.Ordinal) && (own.Length == subject.Length || own[subject.Length] == '.'))
            {
                changes.Add(i);
            }
        }

        return Joint([.. changes]);
    }

    private int Joint(int[] changes)
    {
        if (changes.Length <= 1)
        {
            return changes.Length == 0 ? -1 : Of(changes[0]);
        }

        var texts = changes.Select(change => _diff.Changes[change].Text).ToArray();
        var index = Get(
            FactorKind.Change,
            string.Join('+', changes),
            () => new(string.Join("／", texts.Select(static text => text.Japanese)), string.Join("; ", texts.Select(static text => text.English))),
            changes[0]);
        _joined[index] = [.. changes[1..]];
        return index;
    }

    /// <summary>The changes a factor stands for besides its own.</summary>
    public ImmutableArray<int> JoinedTo(int factor) => _joined.GetValueOrDefault(factor, []);

    /// <summary>What an allocation aggregates of its members has moved.</summary>
    public int MembersOf(string allocation) => Get(
        FactorKind.Members, allocation, () => new($"{allocation}：管内の団体を通じた影響", $"{allocation}: effect through member entities"), -1);

    /// <summary>Entities that are in one of two data sets only.</summary>
    public int Entities => Get(FactorKind.Data, "entities", static () => new("片方のデータにしかない団体", "entities in one data set only"), -1);

    /// <summary>What a node's rule reads elsewhere has moved.</summary>
    public int OtherScores(int newNode)
    {
        var name = IndicatorOf(newNode);
        return Get(
            FactorKind.OtherScores, name, () => new($"{name}：他の得点を通じた影響", $"{name}: effect through other scores"), -1);
    }

    /// <summary>What a node's rule aggregates of its members has moved.</summary>
    public int Members(int newNode)
    {
        var name = IndicatorOf(newNode);
        return Get(FactorKind.Members, name, () => new($"{name}：管内の団体を通じた影響", $"{name}: effect through member entities"), -1);
    }

    /// <summary>A change of the tree that no single change of the comparison stands for.</summary>
    public int Structure(ChangeKind kind, string path) => Unsaid(kind, path);

    private int Of(int change) => Get(FactorKind.Change, FormattableString.Invariant($"{change}"), () => _diff.Changes[change].Text, change);

    private int BySubject(ChangeKind kind, string subject)
    {
        var change = IndexOf(kind, subject);
        return change >= 0 ? Of(change) : Unsaid(kind, subject);
    }

    private int IndexOf(ChangeKind kind, string subject)
    {
        for (var i = 0; i < _diff.Changes.Length; i++)
        {
            if (_diff.Changes[i].Kind == kind && string.Equals(_diff.Changes[i].Subject.Japanese, subject, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    private int Unsaid(ChangeKind kind, string subject) => Get(
        FactorKind.Change,
        $"{kind.Code} {subject}",
        () => new($"{subject}：{kind.Title.Japanese}", $"{subject}: {kind.Title.English}"),
        -1);

    private string NameOf(int newNode, int oldNode) =>
        newNode >= 0 ? _pair.New.Nodes[newNode].Path : oldNode >= 0 ? _pair.Old.Nodes[oldNode].Path : _pair.New.Name;

    private string IndicatorOf(int newNode)
    {
        var node = _pair.New.Nodes[newNode];
        while (node.Kind is NodeKind.Item or NodeKind.Series && node.Parent >= 0)
        {
            node = _pair.New.Nodes[node.Parent];
        }

        return node.Path;
    }

    private int Get(FactorKind kind, string key, Func<LocalizedText> text, int change)
    {
        if (!_indexes.TryGetValue((kind, key), out var index))
        {
            index = _factors.Count;
            _indexes.Add((kind, key), index);
            _factors.Add((kind, text(), change));
        }

        return index;
    }
}
