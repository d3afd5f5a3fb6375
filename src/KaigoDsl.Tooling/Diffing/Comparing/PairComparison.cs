using System.Collections.Immutable;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Engine;

namespace KaigoDsl.Tooling.Diffing;

/// <summary>Two frameworks under comparison: what corresponds, how to print, and the changes found so far.</summary>
internal sealed class PairComparison
{
    private readonly int _index;
    private readonly ExpressionCorrespondence _correspondence;
    private readonly (ExpressionPrinter Japanese, ExpressionPrinter English) _oldPrinter;
    private readonly (ExpressionPrinter Japanese, ExpressionPrinter English) _newPrinter;
    private readonly List<((int Anchor, int After, int Old) Place, SpecChange Change)> _changes = [];

    public PairComparison(int index, ImmutableArray<FrameworkPair> pairs, ProgramPlan oldProgram, ProgramPlan newProgram)
    {
        _index = index;
        Pair = pairs[index];
        _correspondence = new ExpressionCorrespondence(Pair, pairs, Pair);
        _oldPrinter = Printers(oldProgram, Pair.Old);
        _newPrinter = Printers(newProgram, Pair.New);
    }

    public FrameworkPair Pair { get; }

    public FrameworkPlan Old => Pair.Old;

    public FrameworkPlan New => Pair.New;

    /// <summary>The nodes that continue one to one, in the order of the new tree.</summary>
    public IEnumerable<(NodePlan Old, NodePlan New)> Continued
    {
        get
        {
            foreach (var node in New.Nodes)
            {
                if (Pair.OldOf(node.Index) is >= 0 and var old)
                {
                    yield return (Old.Nodes[old], node);
                }
            }
        }
    }

    public bool Same(ExpressionPlan? oldExpression, ExpressionPlan? newExpression) => _correspondence.Same(oldExpression, newExpression);

    public LocalizedText PrintOld(ExpressionPlan expression) => new(_oldPrinter.Japanese.Print(expression), _oldPrinter.English.Print(expression));

    public LocalizedText PrintNew(ExpressionPlan expression) => new(_newPrinter.Japanese.Print(expression), _newPrinter.English.Print(expression));

    /// <summary>A change at a node that is there before and after.</summary>
    public void Add(ChangeKind kind, NodePlan oldNode, NodePlan newNode, LocalizedText? oldValue, LocalizedText? newValue) =>
        Add(kind, oldNode, newNode, oldValue, newValue, oldNode.Location, newNode.Location);

    public void Add(
        ChangeKind kind, NodePlan oldNode, NodePlan newNode, LocalizedText? oldValue, LocalizedText? newValue, PlanLocation oldLocation, PlanLocation newLocation) =>
        _changes.Add((PlaceOfNew(newNode.Index), new SpecChange
        {
            Kind = kind,
            Pair = _index,
            Subject = NameOf(New, newNode),
            Title = newNode.Title,
            OldNode = oldNode.Index,
            NewNode = newNode.Index,
            OldValue = oldValue,
            NewValue = newValue,
            OldLocation = oldLocation,
            NewLocation = newLocation,
        }));

    /// <summary>A change at a node that is there after only.</summary>
    public void AddNew(ChangeKind kind, NodePlan node, LocalizedText? oldValue, LocalizedText? newValue, PlanLocation oldLocation) =>
        _changes.Add((PlaceOfNew(node.Index), new SpecChange
        {
            Kind = kind,
            Pair = _index,
            Subject = NameOf(New, node),
            Title = node.Title,
            NewNode = node.Index,
            OldValue = oldValue,
            NewValue = newValue,
            OldLocation = oldLocation,
            NewLocation = node.Location,
        }));

    /// <summary>A change at a node that was there before only.</summary>
    public void AddOld(ChangeKind kind, NodePlan node, LocalizedText? oldValue, LocalizedText? newValue, PlanLocation newLocation) =>
        _changes.Add((PlaceOfOld(node.Index), new SpecChange
        {
            Kind = kind,
            Pair = _index,
            Subject = NameOf(Old, node),
            Title = node.Title,
            OldNode = node.Index,
            OldValue = oldValue,
            NewValue = newValue,
            OldLocation = node.Location,
            NewLocation = newLocation,
        }));

    /// <summary>A change at a column; <see langword="null"/> where it is not there.</summary>
    public void Add(ChangeKind kind, ColumnPlan? oldColumn, ColumnPlan? newColumn, LocalizedText? oldValue, LocalizedText? newValue)
    {
        var column = newColumn ?? oldColumn ?? throw new ArgumentNullException(nameof(newColumn));
        var place = newColumn is { Node: >= 0 } ? PlaceOfNew(newColumn.Node)
            : newColumn is null && oldColumn is { Node: >= 0 } ? PlaceOfOld(oldColumn.Node)
            : (0, 0, 0);
        _changes.Add((place, new SpecChange
        {
            Kind = kind,
            Pair = _index,
            Subject = DiffTexts.Plain(column.Name),
            Title = column.Title,
            OldColumn = oldColumn?.Index ?? -1,
            NewColumn = newColumn?.Index ?? -1,
            OldNode = oldColumn?.Node ?? -1,
            NewNode = newColumn?.Node ?? -1,
            OldValue = oldValue,
            NewValue = newValue,
            OldLocation = oldColumn?.Location ?? PlanLocation.None,
            NewLocation = newColumn?.Location ?? PlanLocation.None,
        }));
    }

    /// <summary>A change at a constant; <see langword="null"/> where it is not there.</summary>
    public void Add(ChangeKind kind, ConstantPlan? oldConstant, ConstantPlan? newConstant, LocalizedText? oldValue, LocalizedText? newValue) =>
        _changes.Add(((0, 0, 0), new SpecChange
        {
            Kind = kind,
            Pair = _index,
            Subject = DiffTexts.Plain((newConstant ?? oldConstant)?.Name ?? string.Empty),
            OldValue = oldValue,
            NewValue = newValue,
            OldLocation = oldConstant?.Location ?? PlanLocation.None,
            NewLocation = newConstant?.Location ?? PlanLocation.None,
        }));

    /// <summary>The changes in the order of the new tree; what is gone stands where it was.</summary>
    public IEnumerable<SpecChange> ToOrdered() => _changes.OrderBy(static entry => entry.Place).Select(static entry => entry.Change);

    /// <summary>A node as people find it; the framework by its name.</summary>
    public static LocalizedText NameOf(FrameworkPlan plan, NodePlan node) => DiffTexts.Plain(node.Path.Length == 0 ? plan.Name : node.Path);

    private static (int, int, int) PlaceOfNew(int node) => (node, 0, 0);

    private (int, int, int) PlaceOfOld(int node)
    {
        for (var before = node; before > 0; before--)
        {
            if (Pair.MatchOfOld(before) is { } match)
            {
                return (match.New[0], 1, node);
            }
        }

        return (0, 1, node);
    }

    private static (ExpressionPrinter Japanese, ExpressionPrinter English) Printers(ProgramPlan program, FrameworkPlan plan) =>
        (new(program, plan, MessageLanguage.Japanese), new(program, plan, MessageLanguage.English));
}
