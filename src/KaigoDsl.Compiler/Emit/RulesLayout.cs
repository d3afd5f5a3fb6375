using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Compiler.Emit;

/// <summary>The decided names of the code of rules: what is public and what the values behind it are called.</summary>
internal sealed class RulesLayout
{
    private readonly string[] _aggregates;
    private readonly string[] _formulas;
    private readonly string[] _standings;
    private readonly string[] _decisions;
    private readonly string[] _publicFormulas;
    private readonly string[] _decide;
    private readonly string[] _outcomes;
    private readonly string[] _steps;
    private readonly ImmutableArray<string>[] _clauses;

    private RulesLayout(RulesUnit unit, string @namespace)
    {
        Unit = unit;
        Namespace = @namespace;
        Table = TableLayout.Create(unit.Ground);
        Constants = ScoringLayout.Create(unit.Ground);
        Members = MemberLayout.Create(new EmissionUnit(unit.Ground, unit.Members));
        var plan = unit.Rules;

        // The values behind the public class: a property, its field and the method that fills it have one stem.
        var values = new NameScope(ValuesType, "Table", "Scores", "Constants", "Room");
        foreach (var member in Members)
        {
            values.Claim(PropertyOf(member.TableParameter));
            values.Claim(PropertyOf(member.ScoresParameter));
        }

        _aggregates = Aggregates.Select((_, index) => values.Claim("Aggregate" + CSharpText.Number(index + 1))).ToArray();
        _formulas = plan.Formulas.Select(formula => values.Claim(formula.Identifier)).ToArray();
        _standings = plan.Standings.Select(standing => values.Claim(standing.Identifier)).ToArray();
        _decisions = plan.Decisions.Select(decision => values.Claim(decision.Identifier)).ToArray();

        var scope = new NameScope(RulesType);
        _publicFormulas = plan.Formulas.Select(formula => formula.Owner is null ? scope.Claim(formula.Identifier) : string.Empty).ToArray();
        _steps = plan.StepTables.Select(table => scope.Claim(table.Identifier)).ToArray();
        _decide = plan.Decisions.Select(decision => scope.Claim("Decide" + decision.Identifier)).ToArray();
        _outcomes = plan.Decisions.Select(decision => scope.Claim(decision.Identifier + "Outcome")).ToArray();
        _clauses = plan.Decisions.Select(OutcomesOf).ToArray();
    }

    public RulesUnit Unit { get; }

    public RulesPlan Plan => Unit.Rules;

    public string Namespace { get; }

    public TableLayout Table { get; }

    /// <summary>Names of the constants, and which items' truth is kept where.</summary>
    public ScoringLayout Constants { get; }

    public ImmutableArray<MemberLayout> Members { get; }

    public ImmutableArray<AggregateExpression> Aggregates => Unit.Aggregates.AsImmutableArray();

    public string RulesType => Plan.EntityIdentifier + "Rules";

    public string ValuesType => Plan.EntityIdentifier + "RuleValues";

    public string ScoresType => Plan.EntityIdentifier + "Scores";

    public string ConstantsType => Plan.EntityIdentifier + "Constants";

    public bool HasConstants => Plan.Constants.Count > 0;

    public static RulesLayout Create(RulesUnit unit, string @namespace) => new(unit, @namespace);

    /// <summary>The stem of a formula's property, field and method, unescaped.</summary>
    public string Formula(int index) => _formulas[index];

    /// <summary>The stem of a standing's property, field and method, unescaped.</summary>
    public string Standing(int index) => _standings[index];

    /// <summary>The stem of a decision's property, field and method, unescaped.</summary>
    public string Decision(int index) => _decisions[index];

    /// <summary>The stem of an aggregate's property, field and method.</summary>
    public string Aggregate(int index) => _aggregates[index];

    /// <summary>The public method of a formula (算式).</summary>
    public string PublicFormula(int index) => CSharpText.Identifier(_publicFormulas[index]);

    /// <summary>The public method that takes a decision.</summary>
    public string Decide(int index) => CSharpText.Identifier(_decide[index]);

    /// <summary>The enumeration of a decision's outcomes.</summary>
    public string Outcomes(int index) => CSharpText.Identifier(_outcomes[index]);

    /// <summary>The member for what cannot be decided, then those of the clauses.</summary>
    public ImmutableArray<string> Clauses(int decision) => _clauses[decision];

    /// <summary>The public method of a step table (段階).</summary>
    public string Step(int index) => CSharpText.Identifier(_steps[index]);

    /// <summary>The type of a decision's column, seen from the namespace.</summary>
    public string DecisionColumn(int index) => $"global::KaigoDsl.Runtime.DecisionColumn<{RulesType}.{Outcomes(index)}>";

    /// <summary>The property that holds what a parameter gave.</summary>
    public static string PropertyOf(string parameter) => char.ToUpperInvariant(parameter[0]) + parameter.Substring(1);

    private static ImmutableArray<string> OutcomesOf(DecisionPlan decision)
    {
        var scope = new NameScope();
        return new[] { scope.Claim("不明") }.Concat(decision.Clauses.Select(clause => scope.Claim(clause.Identifier))).ToImmutableArray();
    }
}
