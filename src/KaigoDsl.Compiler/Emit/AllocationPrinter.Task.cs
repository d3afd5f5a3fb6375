using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Compiler.Emit;

/// <content>The rules of the allocation as data, and a method for each expression.</content>
internal sealed partial class AllocationPrinter
{
    private void Task()
    {
        _writer.Line("// 配分の規則。式は、要るときに一度だけ計算される。");
        _writer.Line($"private static {Runtime}AllocationTask Task({_layout.ValuesType} rules) => new {Runtime}AllocationTask");
        _writer.Line("{");
        _writer.Indent();
        _writer.Line("Name = Name,");
        var key = _layout.Plan.Columns.First(column => column.Kind == ColumnKind.Key).Index;
        _writer.Line($"Keys = {Runtime}AllocationKeys.Of(rules.Table.{_layout.Table.Member(key)}),");
        _writer.Line($"Budget = {Amount("予算", _plan.Budget, _plan.Location)},");
        if (_plan.Gates.Count > 0)
        {
            Array("Gates", "GateTask", _plan.Gates.Select(Gate));
        }

        _writer.Line($"Pools = global::System.Collections.Immutable.ImmutableArray.Create(new {Runtime}PoolTask[]");
        _writer.Line("{");
        _writer.Indent();
        foreach (var pool in _plan.Pools)
        {
            Pool(pool);
        }

        _writer.Outdent();
        _writer.Line("}),");
        if (_plan.Transition is { } transition)
        {
            var previous = Column("激変緩和_前年度", transition.Previous, transition.Location);
            var share = Amount("激変緩和_割合", transition.Share, transition.Location);
            _writer.Line($"Transition = new {Runtime}TransitionTask({previous}, {share}, {Flag(transition.Normalised)}), // 激変緩和 {CSharpText.Xml(transition.Text)}");
        }

        Rounding("TotalRounding", AllocationRoundingText.Of(_plan.Roundings, RoundingTarget.Total));
        Rounding("Rounding", AllocationRoundingText.OfWhole(_plan));
        Optional("Cap", "上限", _plan.Cap, _plan.Location);
        Optional("Floor", "下限", _plan.Floor, _plan.Location);
        Redistribution(string.Empty, _plan.Redistribution);
        Residue(string.Empty, _plan.Residue);
        _writer.Outdent();
        _writer.Line("};");
    }

    private string Gate(GatePlan gate)
    {
        var name = _names.Claim("交付要件_" + _layout.Decision(gate.Decision));
        var expression = new DecisionExpression(gate.Decision);
        Method(name, expression, gate.Location);
        var label = _layout.Plan.Decisions[gate.Decision].Label;
        return $"new {Runtime}GateTask({CSharpText.Literal(label)}, {Flag(gate.Effect == GateEffect.LeaveBase)}, {Lazy(name, expression)}), // 交付要件 {CSharpText.Xml(label)} {(gate.Effect == GateEffect.LeaveBase ? "分母から除く" : "配分残とする")}";
    }

    private void Pool(PoolPlan pool)
    {
        _writer.Line($"// 枠 {CSharpText.Xml(RuleDocumentation.Named(pool.Label, pool.Title))}");
        _writer.Line($"new {Runtime}PoolTask");
        _writer.Line("{");
        _writer.Indent();
        var stem = pool.Identifier + "_";
        _writer.Line($"Label = {CSharpText.Literal(pool.Label)},");
        _writer.Line($"Budget = {Amount(stem + "予算", pool.Budget, pool.Location)},");
        if (pool.Rule == PoolRule.Withheld)
        {
            _writer.Line("IsWithheld = true, // 配分しない");
        }

        Optional("Members", stem + "対象", pool.Members, pool.Location);
        if (pool.Classes is { } classes)
        {
            Classes(stem, classes);
        }

        if (pool.Rule == PoolRule.Proportional)
        {
            Optional("Weight", stem + "按分", pool.Weight, pool.Location, " // 按分 " + CSharpText.Xml(pool.WeightText));
        }
        else if (pool.Conditions.Count > 0)
        {
            Array("Conditions", "ConditionTask", pool.Conditions.Select(condition => Condition(stem, condition)));
        }

        Optional("Cap", stem + "上限", pool.Cap, pool.Location);
        Optional("Floor", stem + "下限", pool.Floor, pool.Location);
        Redistribution(stem, pool.Redistribution);
        Rounding("Rounding", AllocationRoundingText.Of(pool.Roundings, RoundingTarget.Amount));
        Rounding("ShareRounding", AllocationRoundingText.Of(pool.Roundings, RoundingTarget.Share));
        Rounding("ClassRounding", AllocationRoundingText.Of(pool.Roundings, RoundingTarget.ClassBudget));
        if (pool.Residue is { } residue)
        {
            Residue(stem, residue);
        }

        _writer.Outdent();
        _writer.Line("},");
    }

    private string Condition(string stem, AllocationCondition condition)
    {
        var name = _names.Claim(stem + condition.Identifier);
        Method(name, condition.Condition, condition.Location);
        return $"new {Runtime}ConditionTask({CSharpText.Literal(condition.Label)}, {Lazy(name, condition.Condition)}), // 条件 {CSharpText.Xml(condition.Text)}";
    }

    private void Classes(string stem, SizeClassesPlan classes)
    {
        _writer.Line($"Classes = new {Runtime}SizeClassesTask(");
        _writer.Indent();
        _writer.Line($"{Column(stem + "規模", classes.Measure, classes.Location)}, // 規模 {CSharpText.Xml(classes.Text)}");
        _writer.Line($"global::System.Collections.Immutable.ImmutableArray.Create(new {Runtime}SizeClassTask[]");
        _writer.Line("{");
        _writer.Indent();
        foreach (var size in classes.Classes)
        {
            var below = size.Below is { } boundary ? LiteralPool.Create(boundary) : "null";
            var budget = size.Budget is { } amount ? Amount(stem + "区分" + size.Identifier + "_予算", amount, classes.Location) : "null";
            _writer.Line($"new {Runtime}SizeClassTask({CSharpText.Literal(size.Label)}, {below}, {budget}),{(size.Title is null ? string.Empty : " // 「" + CSharpText.Xml(size.Title) + "」")}");
        }

        _writer.Outdent();
        _writer.Line("}),");
        _writer.Line((classes.BudgetMeasure is { } measure ? Column(stem + "規模別予算", measure, classes.Location) : "null") + "),");
        _writer.Outdent();
    }

    private void Redistribution(string stem, RedistributionPlan? plan)
    {
        if (plan is null)
        {
            return;
        }

        var weight = plan.Weight is { } by ? Column(stem + "再配分_按分", by, plan.Location) : "null";
        var members = plan.Members is { } who ? Column(stem + "再配分_対象", who, plan.Location) : "null";
        var rounds = plan.Rounds is { } count ? CSharpText.Number(count) : "null";
        _writer.Line($"Redistribution = new {Runtime}RedistributionTask({weight}, {rounds}, {members}), // 再配分 {(plan.Rounds is null ? "収束まで" : rounds + "回")}");
    }

    private void Residue(string stem, ResiduePlan plan)
    {
        var end = plan.Kind.ToString();
        var settings = new List<string>();
        if (plan.Key is { } key)
        {
            settings.Add("Key = " + Column(stem + "残余_鍵", key, plan.Location));
        }

        // The certificate tells it, with or without a key.
        settings.Add($"KeyOrder = {Runtime}TieOrder.{(plan.KeyDirection == RankDirection.HighestFirst ? "Descending" : "Ascending")}");

        if (plan.Recipients.Count > 0)
        {
            settings.Add("Recipients = global::System.Collections.Immutable.ImmutableArray.Create<string>(" + string.Join(", ", plan.Recipients.Select(CSharpText.Literal)) + ")");
        }

        if (plan.Allocation >= 0)
        {
            settings.Add("Allocation = " + CSharpText.Number(plan.Allocation));
            settings.Add("AllocationName = " + CSharpText.Literal(_unit.Targets.First(target => target.Index == plan.Allocation).Name));
        }

        if (plan.Pool >= 0)
        {
            settings.Add("Pool = " + CSharpText.Number(plan.Pool));
        }

        var initializer = settings.Count == 0 ? string.Empty : " { " + string.Join(", ", settings) + " }";
        _writer.Line($"Residue = new {Runtime}ResidueTask({Runtime}ResidueEnd.{end}){initializer},");
    }

    private void Rounding(string property, AllocationRounding? rounding)
    {
        if (rounding is not null)
        {
            _writer.Line($"{property} = {AllocationRoundingText.Print(rounding)},");
        }
    }

    private void Optional(string property, string name, ExpressionPlan? expression, PlanLocation location, string comment = "")
    {
        if (expression is not null)
        {
            _writer.Line($"{property} = {Column(name, expression, location)},{comment}");
        }
    }

    private void Array(string property, string type, IEnumerable<string> elements)
    {
        _writer.Line($"{property} = global::System.Collections.Immutable.ImmutableArray.Create(new {Runtime}{type}[]");
        _writer.Line("{");
        _writer.Indent();
        foreach (var element in elements)
        {
            _writer.Line(element);
        }

        _writer.Outdent();
        _writer.Line("}),");
    }

    /// <summary>An amount made of numbers and constants.</summary>
    private string Amount(string wanted, ExpressionPlan expression, PlanLocation location)
    {
        if (expression is NumberExpression number)
        {
            return $"new global::System.Lazy<{Runtime}Rational>(static () => {_literals.Use(number.Value)})";
        }

        var name = _names.Claim(wanted);
        var locals = new RuleLocals(_layout, "rules.", wholeColumns: false);
        var value = new RuleExpressionPrinter(_layout, locals, _literals).Print(expression);
        _methods.Add(() =>
        {
            _writer.Open($"private static {Runtime}Rational {CSharpText.Identifier(name)}({_layout.ValuesType} rules)");
            SourceLines.Print(_writer, _lineDirectives, location, $"return {value};");
            _writer.Close();
        });
        return $"new global::System.Lazy<{Runtime}Rational>(() => {CSharpText.Identifier(name)}(rules))";
    }

    /// <summary>A value for each row.</summary>
    private string Column(string wanted, ExpressionPlan expression, PlanLocation location)
    {
        var name = _names.Claim(wanted);
        Method(name, expression, location);
        return Lazy(name, expression);
    }

    private static string Lazy(string name, ExpressionPlan expression) =>
        $"new global::System.Lazy<{ExpressionCode.RowsOf(expression.Type)}>(() => {CSharpText.Identifier(name)}(rules))";

    private void Method(string name, ExpressionPlan expression, PlanLocation location)
    {
        var wholeColumns = WholeColumnPrinter.CanPrint(expression);
        var type = ExpressionCode.TypeOf(expression.Type);
        var locals = new RuleLocals(_layout, "rules.", wholeColumns, "values");
        var value = wholeColumns ? new WholeColumnPrinter(_layout, locals, _literals).Print(expression) : new RuleExpressionPrinter(_layout, locals, _literals).Print(expression);
        _methods.Add(() =>
        {
            _writer.Open($"private static {ExpressionCode.RowsOf(expression.Type)} {CSharpText.Identifier(name)}({_layout.ValuesType} rules)");
            if (!wholeColumns)
            {
                _writer.Line("int count = rules.Table.Count;");
            }

            foreach (var declaration in locals.Declarations)
            {
                _writer.Line(declaration);
            }

            if (wholeColumns)
            {
                SourceLines.Print(_writer, _lineDirectives, location, $"return {value};");
                _writer.Close();
                return;
            }

            _writer.Line($"var values = new {type}[count];");
            _writer.Open("for (int i = 0; i < count; i++)");
            SourceLines.Print(_writer, _lineDirectives, location, $"values[i] = {value};");
            _writer.Close();
            _writer.Line();
            _writer.Line("return rules.Room.Of(values);");
            _writer.Close();
        });
    }

    private static string Flag(bool value) => value ? "true" : "false";
}
