using System.Collections.Immutable;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Text;
using KaigoDsl.Engine;

namespace KaigoDsl.Tooling.Diffing;

/// <summary>The rules of one entity in both programs: what corresponds, how to print, and the changes found so far.</summary>
internal sealed class RulesComparison
{
    private readonly int _pair;
    private readonly ExpressionCorrespondence _correspondence;
    private readonly (ExpressionPrinter Japanese, ExpressionPrinter English) _oldPrinter;
    private readonly (ExpressionPrinter Japanese, ExpressionPrinter English) _newPrinter;

    public RulesComparison(int pairIndex, FrameworkPair pair, ImmutableArray<FrameworkPair> pairs, ProgramPlan oldProgram, ProgramPlan newProgram, RulesPlan old, RulesPlan current)
    {
        (_pair, Old, New, OldProgram, NewProgram) = (pairIndex, old, current, oldProgram, newProgram);
        _correspondence = new ExpressionCorrespondence(pair, pairs, pair, old, current);
        _oldPrinter = (new(oldProgram, old, MessageLanguage.Japanese), new(oldProgram, old, MessageLanguage.English));
        _newPrinter = (new(newProgram, current, MessageLanguage.Japanese), new(newProgram, current, MessageLanguage.English));
    }

    public ProgramPlan OldProgram { get; }

    public ProgramPlan NewProgram { get; }

    public RulesPlan Old { get; }

    public RulesPlan New { get; }

    public List<SpecChange> Changes { get; } = [];

    public bool Same(ExpressionPlan? old, ExpressionPlan? current) => _correspondence.Same(old, current);

    /// <summary>Whether two lists of expressions say the same one by one.</summary>
    public bool Same(IEnumerable<ExpressionPlan?> old, IEnumerable<ExpressionPlan?> current)
    {
        var (before, after) = (old.ToArray(), current.ToArray());
        return before.Length == after.Length && before.Zip(after).All(both => Same(both.First, both.Second));
    }

    public LocalizedText PrintOld(ExpressionPlan? expression) =>
        expression is null ? DiffTexts.None : new(_oldPrinter.Japanese.Print(expression), _oldPrinter.English.Print(expression));

    public LocalizedText PrintNew(ExpressionPlan? expression) =>
        expression is null ? DiffTexts.None : new(_newPrinter.Japanese.Print(expression), _newPrinter.English.Print(expression));

    /// <summary>An amount that is a number in yen, anything else as an expression.</summary>
    public static LocalizedText Money(ExpressionPlan? expression, Func<ExpressionPlan?, LocalizedText> print) =>
        expression is NumberExpression number ? DiffTexts.Yen(number.Value) : print(expression);

    public void Add(
        ChangeKind kind, string subject, string? title, LocalizedText? oldValue, LocalizedText? newValue, PlanLocation? oldLocation, PlanLocation? newLocation) =>
        Changes.Add(new SpecChange
        {
            Kind = kind,
            Pair = _pair,
            Subject = DiffTexts.Plain(subject),
            Title = title,
            OldValue = oldValue,
            NewValue = newValue,
            OldLocation = oldLocation ?? PlanLocation.None,
            NewLocation = newLocation ?? PlanLocation.None,
        });

    /// <summary>Titles, sources and assumptions of something that is in both.</summary>
    public void CompareNotes(
        string subject,
        (string? Title, string? Source, IEnumerable<string> Assumptions, PlanLocation Location) old,
        (string? Title, string? Source, IEnumerable<string> Assumptions, PlanLocation Location) current)
    {
        if (!string.Equals(old.Title, current.Title, StringComparison.Ordinal))
        {
            Add(ChangeKinds.TitleChanged, subject, current.Title, DiffTexts.QuotedOrNone(old.Title), DiffTexts.QuotedOrNone(current.Title), old.Location, current.Location);
        }

        if (!string.Equals(old.Source, current.Source, StringComparison.Ordinal))
        {
            Add(ChangeKinds.SourceChanged, subject, current.Title, DiffTexts.QuotedOrNone(old.Source), DiffTexts.QuotedOrNone(current.Source), old.Location, current.Location);
        }

        NotesComparer.CompareAssumptions(
            old.Assumptions, current.Assumptions, (kind, before, after) => Add(kind, subject, current.Title, before, after, old.Location, current.Location));
    }

    /// <summary>Pairs two lists by name; what has no partner is null on the other side. In the order of the new list, what is gone last.</summary>
    public static IEnumerable<(T? Old, T? New)> ByName<T>(EquatableArray<T> old, EquatableArray<T> current, Func<T, string> name)
        where T : class
    {
        foreach (var item in current)
        {
            yield return (old.FirstOrDefault(o => string.Equals(name(o), name(item), StringComparison.Ordinal)), item);
        }

        foreach (var item in old)
        {
            if (!current.Any(c => string.Equals(name(c), name(item), StringComparison.Ordinal)))
            {
                yield return (item, null);
            }
        }
    }
}
