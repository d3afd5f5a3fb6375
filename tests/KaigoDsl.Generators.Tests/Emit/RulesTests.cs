using System.Reflection;
using KaigoDsl.Compiler.Emit;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Text;
using KaigoDsl.Engine;
using KaigoDsl.Generators.Tests.Infrastructure;
using KaigoDsl.Runtime;
using Microsoft.CodeAnalysis;
using Compilation = KaigoDsl.Compiler.Compilation;
using SyntaxTree = KaigoDsl.Compiler.Syntax.SyntaxTree;

namespace KaigoDsl.Generators.Tests.Emit;

/// <summary>Formulas, decisions, step tables and shares in generated code: what the engine says, typed.</summary>
public sealed class RulesTests
{
    private const string Municipality = "KaigoDsl.Specs.R7.Municipality";
    private const string Person = "KaigoDsl.Specs.被保険者";

    private static readonly ProgramPlan s_program = Compile(RuleSpecs.Text);

    public static TheoryData<NullableContextOptions, bool> Contexts => EmittedCodeTests.Contexts;

    [Theory]
    [MemberData(nameof(Contexts))]
    public void Compiles_without_a_warning_in_any_context(NullableContextOptions nullable, bool isChecked) =>
        Assert.Empty(GeneratedAssembly.Problems(GeneratedAssembly.Compilation(GeneratedAssembly.Parse(Emit(s_program)), nullable, isChecked)));

    [Fact]
    public void Rules_print_as_reviewed()
    {
        var version = typeof(CSharpEmitter).Assembly.GetName().Version!.ToString(3);
        foreach (var (name, text) in Emit(s_program).Where(file => file.Name.Contains("Rules", StringComparison.Ordinal) || file.Name.Contains("ShareTables", StringComparison.Ordinal)))
        {
            Golden.Check(name.Replace(".g.cs", ".g.txt", StringComparison.Ordinal), text.Replace(version, "VERSION", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Rules_on_the_table_of_a_framework_say_what_the_engine_says()
    {
        var generated = GeneratedAssembly.Load(GeneratedAssembly.Compilation(GeneratedAssembly.Parse(Emit(s_program))));
        var rules = s_program.Rules.Single(plan => plan.Framework >= 0);
        var reached = new HashSet<string>();
        for (var seed = 0; seed < 60; seed++)
        {
            var table = RandomTable.Create(PlanSchema.ToTableSchema(s_program.Frameworks[0]), rows: seed % 20, seed);
            var scores = FrameworkEvaluator.Evaluate(s_program.Frameworks[0], table);
            var expected = RulesEvaluator.Evaluate(s_program, rules, table, scores);
            var typed = generated.TableOf(Municipality, table);
            var typedScores = generated.ScoresOf(Municipality, table);
            dynamic decisions = Call(generated, Municipality + "Rules", "Decide支援要件", typed, typedScores);
            dynamic standard = Call(generated, Municipality + "Rules", "標準額", typed);
            dynamic expanders = Call(generated, Municipality + "Rules", "拡充者", typed, typedScores);
            dynamic clauses = Call(generated, Municipality + "Rules", "条項", typed, typedScores);
            for (var row = 0; row < table.Count; row++)
            {
                var clause = expected.DecidingClause(0, row);
                Assert.Equal(clause?.Identifier ?? "不明", decisions[row].ToString());
                Assert.Equal(expected.IsMet(0, row), (Truth)decisions.IsMet(row));
                Assert.Equal(clause?.Label, (string?)decisions.Label(row));
                Assert.Equal(Value(rules, expected, "標準額", row), (object)standard[row]);
                Assert.Equal(Value(rules, expected, "拡充者", row), (object)expanders[row]);
                Assert.Equal(Value(rules, expected, "条項", row), (object?)clauses[row]);
                reached.Add(decisions[row].ToString());
            }
        }

        // Every outcome, or the rest of the test would prove little.
        Assert.Equal(rules.Decisions[0].Clauses.Length + 1, reached.Count);
    }

    [Fact]
    public void Rules_of_an_entity_without_a_framework_have_a_table_of_their_own()
    {
        var generated = GeneratedAssembly.Load(GeneratedAssembly.Compilation(GeneratedAssembly.Parse(Emit(s_program))));
        var rules = s_program.Rules.Single(plan => plan.Framework < 0);
        var schema = RulesTable.ToTableSchema(s_program, rules, Enumerable.Range(0, rules.Columns.Length), scored: false);
        var table = new EntityTable(schema, 4,
        [
            TextColumn.FromValues(["1", "2", "3", "4"]),
            QuantityColumn.FromValues([1_200_000, 1_199_999, 2_100_000, Rational.Missing]),
            QuantityColumn.FromValues([0, 0, 0, 0]),
            QuantityColumn.FromValues([20250331, 20250401, 20250401, 20250401]),
        ]);
        var typed = generated.TableOf(Person, table);
        dynamic premium = Call(generated, Person + "Rules", "保険料", typed);
        dynamic relief = Call(generated, Person + "Rules", "Decide軽減", typed);
        Rational[] expected = [7_800, 7_200, 7_800, Rational.Missing];
        Assert.Equal(expected, Enumerable.Range(0, 4).Select(row => (Rational)premium[row]));
        Assert.Equal(["非該当", "非該当", "非該当", "不明"], Enumerable.Range(0, 4).Select(row => (string)relief[row].ToString()));
    }

    [Fact]
    public void A_constant_can_be_another()
    {
        var generated = GeneratedAssembly.Load(GeneratedAssembly.Compilation(GeneratedAssembly.Parse(Emit(s_program))));
        var table = RandomTable.Create(PlanSchema.ToTableSchema(s_program.Frameworks[0]), rows: 40, seed: 3);
        var overrides = ConstantOverrides.None.With("拡充の割合", Rational.FromInt64(-2));
        var scores = FrameworkEvaluator.Evaluate(s_program.Frameworks[0], table, overrides);
        var expected = RulesEvaluator.Evaluate(s_program, s_program.Rules[0], table, scores, overrides);
        var constants = Activator.CreateInstance(generated.Type(Municipality + "Constants"))!;
        constants.GetType().GetProperty("拡充の割合")!.SetValue(constants, Rational.FromInt64(-2));
        dynamic decisions = Call(generated, Municipality + "Rules", "Decide支援要件", generated.TableOf(Municipality, table), generated.ScoresOf(Municipality, table), constants);
        dynamic unchanged = Call(generated, Municipality + "Rules", "Decide支援要件", generated.TableOf(Municipality, table), generated.ScoresOf(Municipality, table));
        var outcomes = Enumerable.Range(0, 40).Select(row => (string)decisions[row].ToString()).ToArray();
        Assert.Equal(Enumerable.Range(0, 40).Select(row => expected.DecidingClause(0, row)?.Identifier ?? "不明"), outcomes);
        Assert.NotEqual(Enumerable.Range(0, 40).Select(row => (string)unchanged[row].ToString()), outcomes);
    }

    [Fact]
    public void Columns_that_only_rules_read_are_asked_for_when_rules_are()
    {
        var generated = GeneratedAssembly.Load(GeneratedAssembly.Compilation(GeneratedAssembly.Parse(Emit(s_program))));
        var schema = PlanSchema.ToTableSchema(s_program.Frameworks[0]);
        var table = RandomTable.Create(schema, rows: 3, seed: 1);
        var without = new EntityTable(schema, table.Count, table.Columns) { AbsentColumns = [schema.IndexOf("前年度決算額"), schema.IndexOf("当年度予算額")] };
        var typed = generated.TableOf(Municipality, without);
        var scores = generated.ScoresOf(Municipality, without);
        Call(generated, Municipality + "Rules", "標準額", typed);
        var exception = Assert.IsType<MissingColumnsException>(Assert.Throws<TargetInvocationException>(
            () => Call(generated, Municipality + "Rules", "Decide支援要件", typed, scores)).InnerException);
        Assert.Equal("判定 支援要件", exception.Reader);
        Assert.Equal(["前年度決算額", "当年度予算額"], exception.Columns.ToArray());
    }

    [Fact]
    public void Scores_of_another_table_are_refused()
    {
        var generated = GeneratedAssembly.Load(GeneratedAssembly.Compilation(GeneratedAssembly.Parse(Emit(s_program))));
        var schema = PlanSchema.ToTableSchema(s_program.Frameworks[0]);
        var typed = generated.TableOf(Municipality, RandomTable.Create(schema, rows: 3, seed: 1));
        var scores = generated.ScoresOf(Municipality, RandomTable.Create(schema, rows: 4, seed: 1));
        var exception = Assert.Throws<TargetInvocationException>(() => Call(generated, Municipality + "Rules", "Decide支援要件", typed, scores));
        Assert.Equal("scores", Assert.IsType<ArgumentException>(exception.InnerException).ParamName);
    }

    [Fact]
    public void Shares_and_steps_are_exact()
    {
        var generated = GeneratedAssembly.Load(GeneratedAssembly.Compilation(GeneratedAssembly.Parse(Emit(s_program))));
        var shares = generated.Type("KaigoDsl.Specs.ShareTables+財源構成_総合事業").GetProperties().Select(property => (Rational)property.GetValue(null)!).ToArray();
        Assert.Equal(Rational.Create(23, 100), shares[3]);
        Assert.Equal(Rational.One, shares.Aggregate((sum, share) => sum + share));
        var steps = generated.Type(Person + "Rules").GetMethod("乗率")!;
        Assert.Equal(Rational.Create(13, 10), steps.Invoke(null, [Rational.FromInt64(2_100_000)]));
        Assert.Equal(Rational.Create(12, 5), steps.Invoke(null, [Rational.FromInt64(2_100_001)]));
        Assert.True(((Rational)steps.Invoke(null, [Rational.Missing])!).IsMissing);
    }

    internal static ProgramPlan Compile(string text)
    {
        var compilation = Compilation.Create([SyntaxTree.Parse(SourceText.From(text, RuleSpecs.Path))]);
        return compilation.Plan ?? throw new InvalidOperationException(string.Join("\n", compilation.Diagnostics));
    }

    internal static IEnumerable<(string Name, string Text)> Emit(ProgramPlan program) =>
        EmissionUnit.OfProgram(program).SelectMany(unit => CSharpEmitter.Emit(unit, CSharpEmitterOptions.Default))
            .Concat(RulesUnit.OfProgram(program).SelectMany(unit => RulesEmitter.Emit(unit, CSharpEmitterOptions.Default)))
            .Concat(RulesEmitter.EmitShareTables(program.ShareTables, CSharpEmitterOptions.Default))
            .Select(file => (file.HintName, file.Text));

    /// <summary>Calls the overload that takes these arguments, optional ones behind them left out.</summary>
    internal static object Call(GeneratedAssembly generated, string type, string method, params object[] arguments)
    {
        var overload = generated.Type(type).GetMethods().Where(m => m.Name == method).OrderBy(m => m.GetParameters().Length).First(m =>
            m.GetParameters() is var parameters
            && parameters.Length >= arguments.Length
            && parameters.Take(arguments.Length).Select(p => p.ParameterType).SequenceEqual(arguments.Select(argument => argument.GetType()))
            && parameters.Skip(arguments.Length).All(p => p.IsOptional));
        return overload.Invoke(null, [.. arguments, .. overload.GetParameters().Skip(arguments.Length).Select(_ => Type.Missing)])!;
    }

    private static object? Value(RulesPlan rules, RulesEvaluation evaluation, string label, int row)
    {
        var formula = rules.Formulas.Single(candidate => candidate.Label == label && candidate.Owner is null);
        return formula.Expression.Type switch
        {
            ExpressionType.Quantity => evaluation.Quantity(formula.Index, row),
            ExpressionType.Truth => evaluation.Truth(formula.Index, row),
            _ => evaluation.Text(formula.Index, row),
        };
    }
}
