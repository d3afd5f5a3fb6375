using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Compiler.Emit;

/// <content>The bodies of the scoring methods: one statement a step.</content>
internal sealed partial class FrameworkPrinter
{
    private const string NoCap = "int.MaxValue";

    /// <summary>Prepares the method of a ranking and the field with its rule.</summary>
    private Action RankMethod(ScoringUnit unit, LocalNames locals)
    {
        var ranking = _plan.Rankings[unit.Ranking];
        var shape = MeasureShape.OfRanking(ranking.Value);
        var value = shape is null ? new ExpressionPrinter(_layout, locals, _literals).Print(ranking.Value) : null;
        var population = ranking.Population is { } members
            ? ", " + (_layout.PopulationMethod(ranking.Index) is { } method ? Call(method, members) : Condition(ConditionShape.Of(members)))
            : string.Empty;
        var head = $"{CSharpText.Number(ranking.Index)}, {CSharpText.Identifier(_layout.Rule(ranking.Index))}";
        return () =>
        {
            RuleField(ranking);
            _writer.Line();
            OpenMethod(unit.Node, unit.Method, locals, "void", Reads(unit));
            if (value is null)
            {
                var call = shape is { Kind: MeasureKind.Score }
                    ? $"board.RankScores({head}, {CSharpText.Number(shape.A)}{(shape.IsNegated ? ", negated: true" : string.Empty)}{population});"
                    : $"board.Rank({head}, {Measure(shape)}{population});";
                PrintLines([Mapped(ranking.Location, call)]);
            }
            else
            {
                _writer.Line($"global::System.Span<{Runtime}Rational> measure = board.Measure;");
                _writer.Line("int count = table.Count;");
                _writer.Open("for (int i = 0; i < count; i++)");
                PrintLines([Mapped(ranking.Location, $"measure[i] = {value};")]);
                _writer.Close();
                _writer.Line();
                _writer.Line($"board.RankValues({head}{population});");
            }

            _writer.Close();
        };
    }

    private void RuleField(RankingPlan ranking)
    {
        _writer.Line($"// {CSharpText.Xml(DocumentationPrinter.Ranking(ranking))}");
        _writer.Line($"private static readonly {Runtime}RankingRule {CSharpText.Identifier(_layout.Rule(ranking.Index))} = new {Runtime}RankingRule(");
        _writer.Indent();
        _writer.Line($"new {Runtime}RankingOptions({Runtime}RankDirection.{ranking.Direction}, {Runtime}TieRule.{ranking.Ties}, {Runtime}CountRounding.{ranking.Rounding}),");
        _writer.Line($"hasStandings: {(_layout.RankingsWithStandings.Contains(ranking.Index) ? "true" : "false")}{(ranking.Tiers.Count == 0 ? ");" : ",")}");
        for (var i = 0; i < ranking.Tiers.Count; i++)
        {
            var tier = ranking.Tiers[i];
            _writer.Line($"new {Runtime}TierOptions({Runtime}TierSide.{tier.Side}, {LiteralPool.Create(tier.Share)}){(i == ranking.Tiers.Count - 1 ? ");" : ",")}");
        }

        _writer.Outdent();
    }

    /// <summary>Prepares the method of an indicator: one statement a step.</summary>
    private Action RowMethod(ScoringUnit unit, LocalNames locals)
    {
        var lines = new List<MappedLine>();
        var bests = new List<BestStep>();
        foreach (var step in unit.Steps)
        {
            switch (step)
            {
                case ItemStep item:
                    Item(lines, _plan.Items[item.Item]);
                    break;
                case PointsStep points:
                    lines.Add(new MappedLine(null, $"board.Reported({CSharpText.Number(points.Node)}, {Column(_plan.Nodes[points.Node].PointsColumn)});{Comment(points.Node)}"));
                    break;
                case SumStep sum:
                    var cap = sum.Cap is { } most ? ", cap: " + CSharpText.Number(most) : string.Empty;
                    lines.Add(new MappedLine(null, $"board.Sum({CSharpText.Number(sum.Target)}, [{string.Join(", ", sum.Sources.Select(CSharpText.Number))}]{cap});{Comment(sum.Target)}"));
                    break;
                case BestStep best:
                    bests.Add(best);
                    lines.Add(new MappedLine(null, $"board.Best({CSharpText.Number(best.Target)}, {CSharpText.Identifier(_layout.Best(best.Target))});{Comment(best.Target)}"));
                    break;
                default:
                    throw new InvalidOperationException("Unknown step " + step.GetType().Name + ".");
            }
        }

        return () =>
        {
            foreach (var best in bests)
            {
                BestField(best);
                _writer.Line();
            }

            OpenMethod(unit.Node, unit.Method, locals, "void", Reads(unit));
            PrintLines(lines);
            _writer.Close();
        };
    }

    private void BestField(BestStep best)
    {
        _writer.Line($"private static readonly {Runtime}BestRule {CSharpText.Identifier(_layout.Best(best.Target))} = new {Runtime}BestRule(");
        _writer.Indent();
        _writer.Line($"{(best.Cap is { } cap ? CSharpText.Number(cap) : NoCap)}, books: {(best.Books && best.Candidates.Count > 1 ? "true" : "false")},");
        for (var i = 0; i < best.Candidates.Count; i++)
        {
            var candidate = best.Candidates[i];
            var below = string.Concat(candidate.Below.Where(slot => slot != candidate.Slot).Select(slot => ", " + CSharpText.Number(slot)));
            _writer.Line($"new {Runtime}SeriesRule({CSharpText.Number(candidate.Slot)}, ranking: {CSharpText.Number(candidate.Ranking)}{below}){(i == best.Candidates.Count - 1 ? ");" : ",")}");
        }

        _writer.Outdent();
    }

    private void Item(List<MappedLine> lines, ItemPlan item)
    {
        var met = item.Condition switch
        {
            ConditionKind.Answer => $"board.Answer({Column(item.AnswerColumn)})",
            ConditionKind.Tier => Overridden(item, $"board.Tier({CSharpText.Number(item.Ranking)}, {CSharpText.Number(item.Tier)})"),
            _ when _layout.ConditionMethod(item.Index) is { } method => Overridden(item, Call(method, item.Expression)),
            _ => Overridden(item, Condition(item.Expression is null ? null : ConditionShape.Of(item.Expression))),
        };
        foreach (var prerequisite in item.Prerequisites)
        {
            met = $"board.And({met}, board.Met({CSharpText.Number(_plan.Items[prerequisite].Node)}))";
        }

        lines.Add(new MappedLine(ExpressionLocation(item), $"board.Item({CSharpText.Number(item.Node)}, {met}, {CSharpText.Number(item.Points)});{Comment(item.Node)}"));
    }

    private string Overridden(ItemPlan item, string computed) =>
        item.AnswerColumn >= 0 ? $"board.Override({Column(item.AnswerColumn)}, {computed})" : computed;

    private static PlanLocation? ExpressionLocation(ItemPlan item) => item.Condition == ConditionKind.Expression ? item.Location : null;

    private string Column(int column) => "table." + _table.Member(column);

    /// <summary>Which node a statement is about: slots are numbers in the code.</summary>
    private string Comment(int slot) =>
        slot >= _plan.Nodes.Count ? string.Empty : " // " + CSharpText.Xml(_plan.Nodes[slot].Path.Length == 0 ? _plan.Name : _plan.Nodes[slot].Path);

    private string Measure(MeasureShape? shape) => shape switch
    {
        { Kind: MeasureKind.Column } => $"{Runtime}RowMeasure.Of({Column(shape.A)})",
        { Kind: MeasureKind.Ratio } => $"{Runtime}RowMeasure.Ratio({Column(shape.A)}, {Column(shape.B)})",
        { Kind: MeasureKind.Difference } => $"{Runtime}RowMeasure.Difference({Column(shape.A)}, {Column(shape.B)}, {Column(shape.C)}, {Column(shape.D)})",
        _ => throw new InvalidOperationException("A measure of this shape is no measure of columns."),
    } + (shape.IsNegated ? ".Negated()" : string.Empty);

    private string Condition(ConditionShape? shape) => shape switch
    {
        TruthColumnShape truth => $"board.Is({Column(truth.Column)})",
        ItemShape item => $"board.Met({CSharpText.Number(_plan.Items[item.Item].Node)})",
        NotShape negation => $"board.Not({Condition(negation.Operand)})",
        BothShape both => $"board.{both.Operator}({Condition(both.Left)}, {Condition(both.Right)})",
        NumberComparisonShape comparison => $"board.Compare({Measure(comparison.Measure)}, {Comparison(comparison.Operator)}, {Number(comparison.Number)})",
        ColumnComparisonShape comparison => $"board.Compare({Column(comparison.Left)}, {Comparison(comparison.Operator)}, {Column(comparison.Right)})",
        _ => throw new InvalidOperationException("An item's condition is missing."),
    };

    private string Number(ExpressionPlan number) => number switch
    {
        ConstantExpression constant => "constants." + CSharpText.Identifier(_layout.ConstantMembers[constant.Constant]),
        NumberExpression literal => _literals.Use(literal.Value),
        _ => throw new InvalidOperationException("This is no number."),
    };

    private static string Comparison(BinaryOperator comparison) => Runtime + "RowComparison." + comparison switch
    {
        BinaryOperator.GreaterOrEqual => "AtLeast",
        BinaryOperator.LessOrEqual => "AtMost",
        BinaryOperator.Greater => "MoreThan",
        BinaryOperator.Less => "LessThan",
        BinaryOperator.Equal => "EqualTo",
        _ => "NotEqualTo",
    };

    /// <summary>A call of the method of a condition that has no kernel.</summary>
    private string Call(string method, ExpressionPlan? condition) =>
        $"{CSharpText.Identifier(method)}(table, board{(HasConstants ? ", constants" : string.Empty)}{string.Concat(AggregatesIn(condition).Select(index => ", " + AggregateLocal(index)))})";

    private IEnumerable<int> AggregatesIn(ExpressionPlan? expression) =>
        (expression?.SelfAndParts() ?? []).OfType<AggregateExpression>().Select(aggregate => _layout.Aggregates.IndexOf(aggregate)).Distinct().OrderBy(index => index);

    /// <summary>The aggregates that the methods called by a unit read.</summary>
    private IEnumerable<int> Reads(ScoringUnit unit)
    {
        var expressions = unit.Ranking >= 0
            ? [_plan.Rankings[unit.Ranking].Value, _plan.Rankings[unit.Ranking].Population]
            : unit.Steps.OfType<ItemStep>().Select(step => _plan.Items[step.Item].Expression);
        return expressions.SelectMany(AggregatesIn).Distinct().OrderBy(index => index);
    }

    /// <summary>The methods of conditions that have no kernel: a loop over the rows.</summary>
    private void ConditionMethods(List<Action> bodies)
    {
        foreach (var ranking in _plan.Rankings)
        {
            if (ranking.Population is { } population && _layout.PopulationMethod(ranking.Index) is { } method)
            {
                bodies.Add(ConditionMethod(ranking.Node, method, population, ranking.Location));
            }
        }

        foreach (var item in _plan.Items)
        {
            if (item.Expression is { } condition && _layout.ConditionMethod(item.Index) is { } method)
            {
                bodies.Add(ConditionMethod(item.Node, method, condition, item.Location));
            }
        }
    }

    private Action ConditionMethod(int node, string method, ExpressionPlan condition, PlanLocation location)
    {
        var locals = new LocalNames(_plan, _table, node, _layout);
        var value = new ExpressionPrinter(_layout, locals, _literals).Print(condition);
        return () =>
        {
            OpenMethod(node, method, locals, Runtime + "RowTruth", AggregatesIn(condition));
            _writer.Line($"global::System.Span<{Runtime}Truth> conditions = board.Conditions;");
            _writer.Line("int count = table.Count;");
            _writer.Open("for (int i = 0; i < count; i++)");
            PrintLines([Mapped(location, $"conditions[i] = {value};")]);
            _writer.Close();
            _writer.Line();
            _writer.Line("return board.Condition();");
            _writer.Close();
        };
    }
}
