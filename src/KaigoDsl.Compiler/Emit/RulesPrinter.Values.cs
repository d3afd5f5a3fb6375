using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Compiler.Emit;

/// <content>The values behind the public class: a property for each formula, standing, decision and aggregate, computed when first asked for.</content>
internal sealed partial class RulesPrinter
{
    private void Values()
    {
        DocumentationPrinter.Summary(_writer, _plan.Entity + " の算式・順位・判定の、一つの表についての値。求められたときに一度だけ計算する。");
        _writer.Line(FilePrinter.GeneratedCode);
        _writer.Open($"internal sealed class {_layout.ValuesType}");
        Ground();
        for (var i = 0; i < _layout.Aggregates.Length; i++)
        {
            Aggregate(i);
        }

        foreach (var step in _plan.Steps)
        {
            switch (step)
            {
                case FormulaStep formula:
                    Value(_plan.Formulas[formula.Formula]);
                    break;
                case StandingStep standing:
                    Value(_plan.Standings[standing.Standing]);
                    break;
                case DecisionStep decision:
                    Value(_plan.Decisions[decision.Decision]);
                    break;
                default:
                    throw new InvalidOperationException("Unknown step " + step.GetType().Name + ".");
            }
        }

        foreach (var field in _literals.Fields)
        {
            _writer.Line();
            _writer.Line($"internal static readonly {Runtime}Rational {field.Key} = {field.Value};");
        }

        _writer.Close();
    }

    /// <summary>Table, scores, members and constants.</summary>
    private void Ground()
    {
        var parameters = new List<string> { _layout.Table.TableType + " table" };
        var assignments = new List<string> { "Table = table;" };
        var properties = new List<string> { $"public {_layout.Table.TableType} Table {{ get; }}" };
        var fields = new List<string>();
        var checks = new List<(string Table, string Scores, string Entity)>();
        if (_layout.Unit.HasFramework)
        {
            AddOptional(_layout.ScoresType, "scores", "Scores", "採点した得点が渡されていない。");
            checks.Add(("table", "scores", _plan.Entity));
        }

        foreach (var member in _layout.Members)
        {
            AddOptional(member.Table.TableType, member.TableParameter, RulesLayout.PropertyOf(member.TableParameter), "管内の表が渡されていない。");
            AddOptional(member.ScoresType, member.ScoresParameter, RulesLayout.PropertyOf(member.ScoresParameter), "管内の得点が渡されていない。");
            checks.Add((member.TableParameter, member.ScoresParameter, member.Table.Plan.Entity));
        }

        if (_layout.HasConstants)
        {
            parameters.Add(_layout.ConstantsType + " constants");
            assignments.Add("Constants = constants;");
            properties.Add($"public {_layout.ConstantsType} Constants {{ get; }}");
        }

        parameters.Add($"{Runtime}RowRoom? room = null");
        fields.ForEach(field => _writer.Line(field));
        if (fields.Count > 0)
        {
            _writer.Line();
        }

        _writer.Open($"public {_layout.ValuesType}({string.Join(", ", parameters)})");
        _writer.Line("global::System.ArgumentNullException.ThrowIfNull(table);");
        if (_layout.HasConstants)
        {
            _writer.Line("global::System.ArgumentNullException.ThrowIfNull(constants);");
        }

        foreach (var (table, scores, entity) in checks)
        {
            _writer.Open(table == "table" ? $"if ({scores} is not null && {scores}.Count != {table}.Count)" : $"if ({table} is not null && {scores} is not null && {scores}.Count != {table}.Count)");
            _writer.Line($"throw new global::System.ArgumentException({CSharpText.Literal(entity + "の得点が、その表を採点したものではありません。")}, nameof({scores}));");
            _writer.Close();
            _writer.Line();
        }

        assignments.ForEach(assignment => _writer.Line(assignment));
        _writer.Line($"Room = room ?? new {Runtime}RowRoom(table.Count);");
        _writer.Line("room?.Reset(table.Count);");
        _writer.Close();
        _writer.Line();
        _writer.Line("// Where expressions are worked out, a column at a time.");
        _writer.Line($"public {Runtime}RowRoom Room {{ get; }}");
        foreach (var property in properties)
        {
            _writer.Line();
            _writer.Line(property);
        }

        void AddOptional(string type, string parameter, string property, string missing)
        {
            var field = "_" + parameter;
            fields.Add($"private readonly {type}? {field};");
            parameters.Add(type + "? " + parameter);
            assignments.Add($"{field} = {parameter};");
            properties.Add($"public {type} {property} => {field} ?? throw new global::System.ArgumentNullException({CSharpText.Literal(parameter)}, {CSharpText.Literal(missing)});");
        }
    }

    private void Value(FormulaPlan formula)
    {
        var type = formula.Expression.Type;
        Property(ExpressionCode.RowsOf(type), _layout.Formula(formula.Index), Comment(formula.Owner is null ? "算式" : formula.Owner + " の値", formula.Label, formula.Title) + " = " + CSharpText.Xml(formula.Text), () =>
        {
            if (WholeColumnPrinter.CanPrint(formula.Expression))
            {
                var columns = new RuleLocals(_layout, string.Empty, wholeColumns: true);
                var whole = new WholeColumnPrinter(_layout, columns, _literals).Print(formula.Expression);
                Declare(columns);
                SourceLines.Print(_writer, _lineDirectives, formula.Location, $"return {whole};");
                return;
            }

            var locals = new RuleLocals(_layout, string.Empty, wholeColumns: false, "values");
            var expression = new RuleExpressionPrinter(_layout, locals, _literals).Print(formula.Expression);
            Begin(locals);
            _writer.Line($"var values = new {ExpressionCode.TypeOf(type)}[count];");
            Loop(() => SourceLines.Print(_writer, _lineDirectives, formula.Location, $"values[i] = {expression};"));
            _writer.Line(type == ExpressionType.Text ? "return values;" : "return Room.Of(values);");
        });
    }

    private void Value(StandingPlan standing) =>
        Property(Runtime + "StandingRows", _layout.Standing(standing.Index), Comment("順位", standing.Label, null) + " " + CSharpText.Xml(standing.Text), () =>
        {
            var direction = $"{Runtime}RankDirection.{standing.Direction}";
            if (standing.Expressions().All(WholeColumnPrinter.CanPrint))
            {
                var columns = new RuleLocals(_layout, string.Empty, wholeColumns: true);
                var whole = new WholeColumnPrinter(_layout, columns, _literals);
                var arguments = $"{whole.Print(standing.Value)}, {(standing.Population is null ? "null" : whole.Print(standing.Population))}, {direction}";
                Declare(columns);
                SourceLines.Print(_writer, _lineDirectives, standing.Location, $"return Room.Rank({arguments});");
                return;
            }

            var locals = new RuleLocals(_layout, string.Empty, wholeColumns: false, "measure", "population");
            var printer = new RuleExpressionPrinter(_layout, locals, _literals);
            var measure = printer.Print(standing.Value);
            var population = standing.Population is null ? null : printer.Print(standing.Population);
            Begin(locals);
            _writer.Line($"var measure = new {Runtime}Rational[count];");
            if (population is not null)
            {
                _writer.Line($"var population = new {Runtime}Truth[count];");
            }

            Loop(() =>
            {
                SourceLines.Print(_writer, _lineDirectives, standing.Location, $"measure[i] = {measure};");
                if (population is not null)
                {
                    SourceLines.Print(_writer, _lineDirectives, standing.Location, $"population[i] = {population};");
                }
            });
            _writer.Line($"return Room.Rank(Room.Of(measure), {(population is null ? "null" : "Room.Of(population)")}, {direction});");
        });

    private void Value(DecisionPlan decision)
    {
        var stem = _layout.Decision(decision.Index);
        Property(_layout.DecisionColumn(decision.Index), stem, Comment("判定", decision.Label, decision.Title), () =>
        {
            var wholeColumns = decision.Expressions().All(WholeColumnPrinter.CanPrint);
            var clauses = decision.Clauses.Select((_, index) => "clause" + CSharpText.Number(index + 1)).ToArray();
            var locals = new RuleLocals(_layout, string.Empty, wholeColumns, ["walk", "decided", "clauses", .. clauses]);
            var columns = new WholeColumnPrinter(_layout, locals, _literals);
            var rows = new RuleExpressionPrinter(_layout, locals, _literals);
            var conditions = decision.Clauses.Select(clause => clause.Condition is null ? null : wholeColumns ? columns.Print(clause.Condition) : rows.Print(clause.Condition)).ToList();
            if (wholeColumns)
            {
                Declare(locals);
            }
            else
            {
                Begin(locals);
            }

            Clauses(decision);
            if (wholeColumns)
            {
                DecideColumns(decision, clauses, conditions);
                return;
            }

            _writer.Line("var decided = Room.TakeDecided();");
            Loop(() =>
            {
                _writer.Line($"var walk = {Runtime}ClauseWalk.Begin();");
                for (var i = 0; i < conditions.Count; i++)
                {
                    var clause = decision.Clauses[i];
                    var met = clause.Met ? "true" : "false";
                    var test = conditions[i] is { } condition ? $"walk.Try({met}, {condition})" : $"walk.Otherwise({met})";
                    var statement = (i == 0 ? "_ = " : "    || ") + test + (i == conditions.Count - 1 ? ";" : string.Empty);
                    SourceLines.Print(_writer, _lineDirectives, clause.Location, statement + " // " + CSharpText.Xml(RuleDocumentation.Reason(clause)));
                }

                _writer.Line("decided[i] = walk.Decided;");
            });
            _writer.Line($"return new {_layout.DecisionColumn(decision.Index)}(clauses, decided);");
        });
    }

    private void DecideColumns(DecisionPlan decision, string[] names, IReadOnlyList<string?> conditions)
    {
        for (var i = 0; i < names.Length; i++)
        {
            var reason = " // " + CSharpText.Xml(RuleDocumentation.Reason(decision.Clauses[i]));
            if (conditions[i] is { } condition)
            {
                SourceLines.Print(_writer, _lineDirectives, decision.Clauses[i].Location, $"var {names[i]} = {condition};{reason}");
            }
        }

        var clauses = names.Select((name, i) => $"({(decision.Clauses[i].Met ? "true" : "false")}, {(conditions[i] is null ? "null" : name)})");
        _writer.Line($"return new {_layout.DecisionColumn(decision.Index)}(clauses, Room.Decide({string.Join(", ", clauses)}));");
    }

    private void Clauses(DecisionPlan decision)
    {
        var outcomes = _layout.RulesType + "." + _layout.Outcomes(decision.Index);
        var clause = $"{Runtime}DecisionClause<{outcomes}>";
        _writer.Line($"var clauses = global::System.Collections.Immutable.ImmutableArray.Create(new {clause}[]");
        _writer.Line("{");
        _writer.Indent();
        for (var i = 0; i < decision.Clauses.Count; i++)
        {
            var plan = decision.Clauses[i];
            var outcome = outcomes + "." + CSharpText.Identifier(_layout.Clauses(decision.Index)[i + 1]);
            _writer.Line($"new {clause}({outcome}, {CSharpText.Literal(plan.Label)}, {(plan.Met ? "true" : "false")}, {CSharpText.Literal(RuleDocumentation.Reason(plan))}),");
        }

        _writer.Outdent();
        _writer.Line("});");
    }

    /// <summary>What is taken from members: their values by row, then the kernel.</summary>
    private void Aggregate(int index)
    {
        var aggregate = _layout.Aggregates[index];
        var member = _layout.Members.First(candidate => candidate.Index == aggregate.Framework);
        var locals = new LocalNames(member.Table.Plan, member.Table, node: 0, _layout.Constants);
        var value = new ExpressionPrinter(member.Scoring, locals, _literals).Print(aggregate.Value);
        var key = _plan.Columns.First(column => column.Kind == ColumnKind.Key).Index;
        Property(Runtime + "Rational[]", _layout.Aggregate(index), "管内." + CSharpText.Xml(member.Table.Plan.Entity), () =>
        {
            _writer.Line($"var table = {RulesLayout.PropertyOf(member.TableParameter)};");
            _writer.Line($"var board = {RulesLayout.PropertyOf(member.ScoresParameter)}.Board;");
            if (_layout.HasConstants)
            {
                _writer.Line("var constants = Constants;");
            }

            _writer.Line("int count = table.Count;");
            foreach (var declaration in locals.Declarations)
            {
                _writer.Line(declaration);
            }

            _writer.Line($"var values = new {ExpressionCode.TypeOf(aggregate.Value.Type)}[count];");
            Loop(() => _writer.Line($"values[i] = {value};"));
            _writer.Line($"var groups = {Runtime}MemberGroups.Create(Table.{_layout.Table.Member(key)}, table.{member.Table.Member(aggregate.LinkColumn)});");
            _writer.Line($"return {Runtime}MemberAggregates.{aggregate.Function}(groups, values);");
        });
    }

    /// <summary>A property whose value a method computes once.</summary>
    private void Property(string type, string stem, string comment, Action body)
    {
        var field = "_" + stem;
        var method = "Compute" + stem;
        _writer.Line();
        _writer.Line($"private {type}? {field};");
        _writer.Line();
        _writer.Line("// " + comment);
        _writer.Line($"public {type} {CSharpText.Identifier(stem)} => {field} ??= {method}();");
        _writer.Line();
        _writer.Open($"private {type} {method}()");
        body();
        _writer.Close();
    }

    private void Begin(RuleLocals locals)
    {
        _writer.Line("int count = Table.Count;");
        Declare(locals);
    }

    private void Declare(RuleLocals locals)
    {
        foreach (var declaration in locals.Declarations)
        {
            _writer.Line(declaration);
        }
    }

    private void Loop(Action body)
    {
        _writer.Open("for (int i = 0; i < count; i++)");
        body();
        _writer.Close();
        _writer.Line();
    }

    private static string Comment(string kind, string label, string? title) => CSharpText.Xml(RuleDocumentation.Named(kind + " " + label, title));
}
