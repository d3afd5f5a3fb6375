using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Compiler.Emit;

/// <summary>Prints the scoring code: one method per ranking and per indicator, called in the plan's order.</summary>
internal sealed partial class FrameworkPrinter
{
    private const string Runtime = "global::KaigoDsl.Runtime.";

    private readonly FrameworkPlan _plan;
    private readonly TableLayout _table;
    private readonly TreeLayout _tree;
    private readonly ScoringLayout _layout;
    private readonly ImmutableArray<MemberLayout> _members;
    private readonly bool _lineDirectives;
    private readonly LiteralPool _literals = new();
    private readonly IndentedWriter _writer;

    private FrameworkPrinter(
        TableLayout table, TreeLayout tree, ScoringLayout layout, ImmutableArray<MemberLayout> members, CSharpEmitterOptions options, string @namespace)
    {
        _plan = table.Plan;
        _table = table;
        _tree = tree;
        _layout = layout;
        _members = members;
        _lineDirectives = options.LineDirectives;
        _writer = FilePrinter.Begin(table.Plan.Name, @namespace);
    }

    private string ConstantsType => _plan.EntityIdentifier + "Constants";

    private bool HasConstants => _plan.Constants.Count > 0;

    public static string Print(
        TableLayout table, TreeLayout tree, ScoringLayout layout, ImmutableArray<MemberLayout> members, CSharpEmitterOptions options, string @namespace)
    {
        var printer = new FrameworkPrinter(table, tree, layout, members, options, @namespace);
        printer.Framework();
        return printer._writer.Finish();
    }

    private void Framework()
    {
        if (HasConstants)
        {
            Constants();
            _writer.Line();
        }

        DocumentationPrinter.Node(_writer, _plan, 0);
        _writer.Line(FilePrinter.GeneratedCode);
        _writer.Open($"public static class {_plan.EntityIdentifier}Framework");
        Facts();
        var calls = ImmutableArray.CreateBuilder<string>();
        var bodies = new List<Action>();
        Aggregates(calls, bodies);
        foreach (var unit in _layout.Units)
        {
            var locals = new LocalNames(_plan, _table, unit.Node, _layout);
            bodies.Add(unit.Ranking >= 0 ? RankMethod(unit, locals) : RowMethod(unit, locals));
            var arguments = "table, board" + (HasConstants ? ", constants" : string.Empty);
            foreach (var aggregate in Reads(unit))
            {
                arguments += ", " + AggregateLocal(aggregate);
            }

            calls.Add($"{CSharpText.Identifier(unit.Method)}({arguments});");
        }

        ConditionMethods(bodies);

        ScoreMethods(calls.ToImmutable());
        foreach (var body in bodies)
        {
            _writer.Line();
            body();
        }

        foreach (var field in _literals.Fields)
        {
            _writer.Line();
            _writer.Line($"private static readonly {Runtime}Rational {field.Key} = {field.Value};");
        }

        _writer.Close();
    }

    private void Facts()
    {
        Fact("書かれたとおりの名前。", "string Name", CSharpText.Literal(_plan.Name));
        Fact("題名。", "string Title", CSharpText.Literal(_plan.Title ?? _plan.Name));
        Fact("年度（西暦）。", "int FiscalYear", CSharpText.Number(_plan.FiscalYear));
        Fact("年度の略号。", "string YearCode", CSharpText.Literal(_plan.YearCode));
        if (_plan.Nodes[0].FullMark is { } full)
        {
            Fact("満点（点）。", "int FullMark", CSharpText.Number(full));
        }

        void Fact(string summary, string declaration, string value)
        {
            DocumentationPrinter.Summary(_writer, summary);
            _writer.Line($"public const {declaration} = {value};");
            _writer.Line();
        }
    }

    private void Constants()
    {
        DocumentationPrinter.Summary(_writer, _plan.Name + " の定数。既定値は仕様のとおり。");
        _writer.Line(FilePrinter.GeneratedCode);
        _writer.Open($"public sealed record {ConstantsType}");
        _writer.Line("/// <summary>仕様のとおりの値。</summary>");
        _writer.Line($"public static {ConstantsType} Default {{ get; }} = new {ConstantsType}();");
        for (var i = 0; i < _plan.Constants.Count; i++)
        {
            _writer.Line();
            DocumentationPrinter.Constant(_writer, _plan.Constants[i]);
            _writer.Line($"public {Runtime}Rational {CSharpText.Identifier(_layout.ConstantMembers[i])} {{ get; init; }} = {LiteralPool.Create(_plan.Constants[i].Value)};");
        }

        _writer.Close();
    }

    private void ScoreMethods(ImmutableArray<string> calls)
    {
        var table = _table.TableType + " table" + MemberParameters();
        var scores = _tree.ScoresType;
        var tables = "table" + MemberArguments();
        Overload("すべての行を採点する。", table, "new " + scores + "()", "Default");
        Overload("すべての行を採点し、<paramref name=\"scores\"/> を使い回す。前の得点は失われる。", $"{table}, {scores} scores", "scores", "Default");
        if (HasConstants)
        {
            Overload("定数を変えて、すべての行を採点する。", $"{table}, {ConstantsType} constants", "new " + scores + "()", "constants");
        }

        _writer.Line(HasConstants
            ? "/// <summary>定数を変えてすべての行を採点し、<paramref name=\"scores\"/> を使い回す。前の得点は失われる。</summary>"
            : "/// <summary>すべての行を採点し、<paramref name=\"scores\"/> を使い回す。前の得点は失われる。</summary>");
        MemberRemarks();
        _writer.Open(HasConstants
            ? $"public static {scores} Score({table}, {ConstantsType} constants, {scores} scores)"
            : $"public static {scores} Score({table}, {scores} scores)");
        _writer.Line("global::System.ArgumentNullException.ThrowIfNull(table);");
        if (HasConstants)
        {
            _writer.Line("global::System.ArgumentNullException.ThrowIfNull(constants);");
        }

        CheckMembers();
        _writer.Line("global::System.ArgumentNullException.ThrowIfNull(scores);");
        _writer.Line("var board = scores.Board;");
        _writer.Line("board.Reset(table.Count);");
        foreach (var call in calls)
        {
            _writer.Line(call);
        }

        _writer.Line("board.Complete();");
        _writer.Line("return scores;");
        _writer.Close();

        void Overload(string summary, string parameters, string target, string constants)
        {
            if (!HasConstants && target == "scores")
            {
                return;
            }

            _writer.Line($"/// <summary>{summary}</summary>");
            MemberRemarks();
            _writer.Line(HasConstants
                ? $"public static {scores} Score({parameters}) => Score({tables}, {(constants == "Default" ? ConstantsType + ".Default" : constants)}, {target});"
                : $"public static {scores} Score({parameters}) => Score({tables}, {target});");
            _writer.Line();
        }
    }

    /// <summary>The head of a scoring method.</summary>
    private void OpenMethod(int about, string method, LocalNames locals, string returns, IEnumerable<int> aggregates)
    {
        var node = _plan.Nodes[about];
        _writer.Line($"// {CSharpText.Xml(node.Path.Length == 0 ? _plan.Name : node.Path)}{(node.Title is null ? string.Empty : " 「" + CSharpText.Xml(node.Title) + "」")}");
        var parameters = $"{_table.TableType} table, {Runtime}ScoreBoard board" + (HasConstants ? $", {ConstantsType} constants" : string.Empty);
        foreach (var aggregate in aggregates)
        {
            parameters += $", {Runtime}Rational[] {locals.Aggregate(aggregate)}";
        }

        _writer.Open($"private static {returns} {CSharpText.Identifier(method)}({parameters})");
        foreach (var declaration in locals.Declarations)
        {
            _writer.Line(declaration);
        }
    }

    /// <summary>A statement that comes from the spec: a debugger and a stack trace show its line there.</summary>
    private static MappedLine Mapped(PlanLocation location, string text) => new(location, text);

    private void PrintLines(IEnumerable<MappedLine> lines)
    {
        var mapped = false;
        foreach (var line in lines)
        {
            // A path with a quote or a line break cannot be written in a directive.
            if (_lineDirectives && line.Location is { Path.Length: > 0 } location && location.Path.IndexOfAny(['"', '\r', '\n']) < 0)
            {
                _writer.Directive($"#line {CSharpText.Number(location.Line + 1)} \"{location.Path}\"");
                mapped = true;
            }
            else if (mapped)
            {
                _writer.Directive("#line default");
                mapped = false;
            }

            _writer.Line(line.Text);
        }

        if (mapped)
        {
            _writer.Directive("#line default");
        }
    }

    /// <summary>A line of code and where it was written in the spec, if it was.</summary>
    private sealed record MappedLine(PlanLocation? Location, string Text);
}
