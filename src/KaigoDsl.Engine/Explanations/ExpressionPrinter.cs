using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Engine;

/// <summary>Writes an expression back in the language's words, with no more brackets than its meaning needs.</summary>
public sealed class ExpressionPrinter
{
    private const int Choice = 0, Or = 1, And = 2, Not = 3, Comparison = 4, Sum = 5, Product = 6, Sign = 7, Primary = 8;

    private readonly FrameworkPlan _plan;
    private readonly Func<int, FrameworkPlan?> _members;
    private readonly MessageLanguage _language;
    private readonly string _prefix;
    private readonly FrameworkPlan _constants;
    private readonly RulesPlan? _rules;

    /// <summary>Speaks of a framework of a program.</summary>
    /// <param name="program">The program; its other frameworks are those that expressions may aggregate.</param>
    /// <param name="framework">The framework spoken of.</param>
    /// <param name="language">Which spelling.</param>
    public ExpressionPrinter(ProgramPlan program, FrameworkPlan framework, MessageLanguage language)
        : this(framework, index => program.Frameworks[index], language, string.Empty, framework)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(framework);
    }

    /// <summary>Speaks of the rules of a program, and of allocations that stand on them.</summary>
    /// <param name="program">The program.</param>
    /// <param name="rules">The rules spoken of.</param>
    /// <param name="language">Which spelling.</param>
    public ExpressionPrinter(ProgramPlan program, RulesPlan rules, MessageLanguage language)
        : this(program, program.TableOf(rules), language) => _rules = rules;

    internal ExpressionPrinter(Evaluation evaluation, MessageLanguage language)
        : this(
            evaluation.Plan,
            index => evaluation.State.Members.TryGetValue(index, out var member) ? member.Plan : null,
            language,
            string.Empty,
            evaluation.Plan)
    {
    }

    // The prefix stands before every name but a constant's: 管内.市町村. inside an aggregate, whose constants are those of the text around it.
    private ExpressionPrinter(
        FrameworkPlan plan, Func<int, FrameworkPlan?> members, MessageLanguage language, string prefix, FrameworkPlan constants)
    {
        (_plan, _members, _language, _prefix, _constants) = (plan, members, language, prefix, constants);
    }

    /// <summary>The text of an expression over the framework.</summary>
    public string Print(ExpressionPlan expression) => Print(expression, Choice);

    private string Print(ExpressionPlan expression, int minimum)
    {
        var (text, binding) = Write(expression);
        return binding < minimum ? $"({text})" : text;
    }

    private (string Text, int Binding) Write(ExpressionPlan expression) => expression switch
    {
        NumberExpression number => (number.Value.ToString(), number.Value.IsInteger && number.Value.Sign >= 0 ? Primary : Product),
        TruthExpression truth => (Word(truth.Value ? SyntaxKind.TrueKeyword : SyntaxKind.FalseKeyword), Primary),
        TextExpression text => ($"「{text.Value}」", Primary),
        ConstantExpression constant => (_constants.Constants[constant.Constant].Name, Primary),
        ColumnExpression column => (_prefix + _plan.Columns[column.Column].Name, Primary),
        ItemExpression item => (_prefix + _plan.Nodes[_plan.Items[item.Item].Node].Path, Primary),
        ScoreExpression score => Score(score.Slot),
        UnaryExpression { Operator: UnaryOperator.Not } unary => ($"{Word(SyntaxKind.NotKeyword)} {Print(unary.Operand, Not)}", Not),
        UnaryExpression unary => ($"-{Print(unary.Operand, Sign)}", Sign),
        BinaryExpression
        {
            Operator: BinaryOperator.LessOrEqual,
            Left: StandingExpression standing,
            Right: BinaryExpression { Operator: BinaryOperator.Multiply, Left: var share, Right: RankedCountExpression count },
        } when _rules is not null && count.Standing == standing.Standing => (Tier(standing, share, _rules), Primary),
        BinaryExpression binary => Binary(binary),
        ConditionalExpression conditional => (
            $"{Print(conditional.Condition, Or)} {Word(SyntaxKind.ThenKeyword)} {Print(conditional.WhenTrue, Or)} "
            + $"{Word(SyntaxKind.OtherwiseKeyword)} {Print(conditional.WhenFalse, Choice)}",
            Choice),
        CallExpression call => (
            Word(KeywordOf(call.Function)) + $"({string.Join(", ", call.Arguments.Select(argument => Print(argument, Choice)))})",
            Primary),
        AggregateExpression aggregate => Aggregate(aggregate),
        _ when _rules is not null => (Rule(expression, _rules), Primary),
        _ => throw new InvalidOperationException($"{expression.GetType().Name} has no text."),
    };

    private string Rule(ExpressionPlan expression, RulesPlan rules) => expression switch
    {
        FormulaExpression formula => rules.Formulas[formula.Formula].Label,
        DecisionExpression decision => rules.Decisions[decision.Decision].Label,
        DecisionLabelExpression decision => $"{rules.Decisions[decision.Decision].Label}.{Word(SyntaxKind.ClassKeyword)}",
        StandingExpression { FromWorst: false } standing => rules.Standings[standing.Standing].Label,
        StandingExpression standing => $"{rules.Standings[standing.Standing].Label}({Word(SyntaxKind.BottomKeyword)})",
        RankedCountExpression count => $"{rules.Standings[count.Standing].Label}.{Word(SyntaxKind.EntityCountKeyword)}",
        StepLookupExpression lookup => $"{rules.StepTables[lookup.Table].Label}({Print(lookup.Argument, Choice)})",
        _ => throw new InvalidOperationException($"{expression.GetType().Name} has no text."),
    };

    /// <summary>規模 上位3割 as it is written, not as it is compared.</summary>
    private string Tier(StandingExpression standing, ExpressionPlan share, RulesPlan rules)
    {
        var side = Word(standing.FromWorst ? SyntaxKind.BottomKeyword : SyntaxKind.TopKeyword);
        var text = share is NumberExpression number && (number.Value * 100).IsInteger ? $"{number.Value * 100}%" : $"({Print(share, Choice)})";
        return $"{rules.Standings[standing.Standing].Label} {side} {text}";
    }

    private static SyntaxKind KeywordOf(IntrinsicFunction function) => function switch
    {
        IntrinsicFunction.Minimum => SyntaxKind.MinimumKeyword,
        IntrinsicFunction.Maximum => SyntaxKind.MaximumKeyword,
        IntrinsicFunction.RoundDown => SyntaxKind.RoundDownKeyword,
        IntrinsicFunction.RoundNearest => SyntaxKind.RoundNearestKeyword,
        IntrinsicFunction.RoundUp => SyntaxKind.RoundUpKeyword,
        _ => throw new ArgumentOutOfRangeException(nameof(function), function, "There is no such function."),
    };

    private (string Text, int Binding) Score(int slot)
    {
        var score = Word(SyntaxKind.ScoreKeyword);
        if (slot < _plan.Nodes.Length)
        {
            return (_prefix + ScoreOf(slot), Primary);
        }

        var shadow = slot - _plan.Nodes.Length;
        var whole = shadow < _plan.Shadows.Length ? ScoreOf(_plan.Shadows[shadow].Node) : score;
        return ($"{whole} {Word(SyntaxKind.ExcludingKeyword)} {Word(SyntaxKind.ThisIndicatorKeyword)}", Product);

        string ScoreOf(int node) => node == 0 ? score : $"{_plan.Nodes[node].Path}.{score}";
    }

    private (string Text, int Binding) Binary(BinaryExpression binary)
    {
        var (sign, binding) = binary.Operator switch
        {
            BinaryOperator.Add => ("+", Sum),
            BinaryOperator.Subtract => ("-", Sum),
            BinaryOperator.Multiply => ("×", Product),
            BinaryOperator.Divide => ("÷", Product),
            BinaryOperator.Equal => ("=", Comparison),
            BinaryOperator.NotEqual => ("≠", Comparison),
            BinaryOperator.Less => ("<", Comparison),
            BinaryOperator.LessOrEqual => ("≤", Comparison),
            BinaryOperator.Greater => (">", Comparison),
            BinaryOperator.GreaterOrEqual => ("≥", Comparison),
            BinaryOperator.And => (Word(SyntaxKind.AndKeyword), And),
            _ => (Word(SyntaxKind.OrKeyword), Or),
        };

        // Left-associative, except comparisons, which do not chain.
        var left = Operand(binary.Left, binary.Right, binding == Comparison ? binding + 1 : binding, binding);
        var right = Operand(binary.Right, binary.Left, binding + 1, binding);
        return ($"{left} {sign} {right}", binding);
    }

    /// <summary>A number beside a column is written in the column's unit: <c>&gt; 0件</c>, <c>≥ 50%</c>.</summary>
    private string Operand(ExpressionPlan operand, ExpressionPlan other, int minimum, int binding)
    {
        if (binding is Comparison or Sum && operand is NumberExpression number && other is ColumnExpression column)
        {
            var declared = _plan.Columns[column.Column];
            if (declared.Unit.Length != 0 && declared.UnitFactor != ExactNumber.Zero && (number.Value / declared.UnitFactor).IsInteger)
            {
                return $"{number.Value / declared.UnitFactor}{declared.Unit}";
            }
        }

        return Print(operand, minimum);
    }

    private (string Text, int Binding) Aggregate(AggregateExpression aggregate)
    {
        var function = Word(aggregate.Function switch
        {
            AggregateFunction.Sum => SyntaxKind.OfSumKeyword,
            AggregateFunction.Mean => SyntaxKind.OfMeanKeyword,
            AggregateFunction.Median => SyntaxKind.OfMedianKeyword,
            AggregateFunction.Maximum => SyntaxKind.OfMaximumKeyword,
            AggregateFunction.Minimum => SyntaxKind.OfMinimumKeyword,
            AggregateFunction.Count => SyntaxKind.OfCountKeyword,
            _ => SyntaxKind.OfShareKeyword,
        });
        var members = Word(SyntaxKind.MembersKeyword);
        if (_members(aggregate.Framework) is not { } member)
        {
            return ($"{members} {function}", Primary);
        }

        var entity = $"{members}.{member.Entity}";
        return aggregate.Value is TruthExpression
            ? ($"{entity} {function}", Primary)
            : ($"{new ExpressionPrinter(member, _members, _language, entity + ".", _constants).Print(aggregate.Value, Primary)} {function}", Primary);
    }

    private static string Word(KeywordFact keyword, MessageLanguage language) =>
        language == MessageLanguage.Japanese ? keyword.Japanese : keyword.English;

    private string Word(SyntaxKind kind) =>
        Word(SyntaxFacts.GetKeyword(kind) ?? throw new InvalidOperationException($"{kind} is not a keyword."), _language);
}
