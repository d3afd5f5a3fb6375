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

/// <summary>管内 in generated code: the same points as the engine's, for every function and every sort of value.</summary>
public sealed class MemberAggregateTests
{
    private const string Municipality = "KaigoDsl.Specs.R7.Municipality";
    private const string Prefecture = "KaigoDsl.Specs.R7.Prefecture";

    private const string Spec = """
        種別 規模 { 大 小 }
        定数 境目 = 1人
        定数 半分 = 50%
        対象 市町村 { 鍵 団体コード  県 : 対象 都道府県  x : 人  y : 人  規模 : 規模  過疎 : 真偽  class : 年度 }
        対象 都道府県 { 鍵 都道府県名  count : 人 }
        評価体系 令和7年度 市町村 13点 {
          指標 1 「項目」 9点 {
            項目 ア 2点 「回答」
            項目 イ 2点 「前提のある式」 x ≥ 境目 前提 ア
            順位 x ÷ y, 高い順, 母集団 過疎
            項目 ウ 5点 上位5割
          }
          指標 2 「受け取る得点」 4点 得点入力
        }
        評価体系 令和7年度 都道府県 22点 {
          指標 1 「得点の順位」 2点 { 順位 管内.市町村.得点 の平均 ÷ count, 高い順, 母集団 管内.市町村.2.得点 の件数 > 0団体  項目 ア 2点 上位7割 }
          指標 2 「式の差」 2点 { 順位 (管内.市町村.x ÷ 管内.市町村.y) の最大 - (管内.市町村.x ÷ 管内.市町村.y) の最小, 低い順  項目 ア 2点 上位5割 }
          指標 3 「合計と中央値」 2点 { 順位 管内.市町村.x の合計 ÷ 管内.市町村.y の合計 - 管内.市町村.x の中央値 ÷ 管内.市町村.x の合計, 高い順  項目 ア 2点 上位5割 }
          指標 4 「条件」 16点 {
            項目 ア 2点 管内.市町村.1.イ の割合 ≥ 半分
            項目 イ 2点 (管内.市町村.1.ウ または 管内.市町村.x < 境目) の割合 ≥ 半分
            項目 ウ 2点 (管内.市町村.規模 = 大) の件数 > 1団体
            項目 エ 2点 管内.市町村.規模 の件数 > 2団体
            項目 オ 2点 管内.市町村 の件数 ≥ 4団体
            項目 カ 2点 (否 管内.市町村.過疎) の件数 > 1団体 前提 ア
            項目 キ 2点 (管内.市町村.過疎 ならば 管内.市町村.x でなければ 管内.市町村.y × 半分) の平均 > 0人
            項目 ク 2点 最大((管内.市町村.2.得点 - 管内.市町村.1.得点) の最小, 管内.市町村.得点 の中央値) > 3点
          }
        }
        """;

    private static readonly ProgramPlan s_program = Compile();

    public static TheoryData<NullableContextOptions, bool> Contexts => EmittedCodeTests.Contexts;

    [Theory]
    [MemberData(nameof(Contexts))]
    public void Compiles_without_a_warning_in_any_context(NullableContextOptions nullable, bool isChecked) =>
        Assert.Empty(GeneratedAssembly.Problems(GeneratedAssembly.Compilation(GeneratedAssembly.Parse(Emit()), nullable, isChecked)));

    [Fact]
    public void Gives_the_points_of_the_engine()
    {
        var (members, owners) = (s_program.Frameworks[0], s_program.Frameworks[1]);
        var generated = Load();
        var (met, unmet) = (new HashSet<int>(), new HashSet<int>());
        for (var seed = 0; seed < 200; seed++)
        {
            var (municipalities, prefectures) = Tables(seed);
            var expected = ProgramEvaluator.Evaluate(s_program, new Dictionary<string, EntityTable> { ["市町村"] = municipalities, ["都道府県"] = prefectures }).Frameworks[1]!;
            var actual = generated.Score(Prefecture, prefectures, Municipality, municipalities);
            foreach (var node in owners.Nodes)
            {
                var points = actual[node.Index].Values.ToArray();
                Assert.True(
                    expected.Score(node.Index).Values.SequenceEqual(points),
                    $"seed {seed}, node {node.Path}: {string.Join(' ', expected.Score(node.Index).Values.ToArray())} ≠ {string.Join(' ', points)}");
                if (node.Item >= 0)
                {
                    met.UnionWith(points.Where(value => value > 0).Select(_ => node.Item));
                    unmet.UnionWith(points.Where(value => value == 0).Select(_ => node.Item));
                }
            }
        }

        // An item that always or never scores would prove nothing.
        Assert.Equal(owners.Items.Length, met.Count);
        Assert.Equal(owners.Items.Length, unmet.Count);
    }

    [Fact]
    public void A_constant_inside_an_aggregate_is_that_of_the_framework_that_aggregates()
    {
        var (municipalities, prefectures) = Tables(seed: 5);
        var generated = Load();
        var constants = Activator.CreateInstance(generated.Type(Prefecture + "Constants"))!;
        constants.GetType().GetProperty("半分")!.SetValue(constants, Rational.FromInt64(-1));
        var members = generated.ScoresOf(Municipality, municipalities);
        object[] arguments = [generated.TableOf(Prefecture, prefectures), generated.TableOf(Municipality, municipalities), members, constants];
        var scores = generated.Type(Prefecture + "Framework").GetMethod("Score", [.. arguments.Select(argument => argument.GetType())])!.Invoke(null, arguments)!;

        var overrides = ConstantOverrides.None.With("半分", Rational.FromInt64(-1));
        var expected = ProgramEvaluator.Evaluate(s_program, new Dictionary<string, EntityTable> { ["市町村"] = municipalities, ["都道府県"] = prefectures }, overrides).Frameworks[1]!;
        Assert.Equal(expected.Score(0).Values.ToArray(), GeneratedAssembly.NodesOf(scores)[0].Values.ToArray());
        Assert.NotEqual(generated.Score(Prefecture, prefectures, Municipality, municipalities)[0].Values.ToArray(), expected.Score(0).Values.ToArray());
    }

    [Fact]
    public void Scores_of_another_table_are_refused()
    {
        var (municipalities, prefectures) = Tables(seed: 3);
        var generated = Load();
        object[] arguments =
        [
            generated.TableOf(Prefecture, prefectures),
            generated.TableOf(Municipality, municipalities),
            Activator.CreateInstance(generated.Type(Municipality + "Scores"))!,
        ];
        var exception = Assert.Throws<System.Reflection.TargetInvocationException>(() =>
            generated.Type(Prefecture + "Framework").GetMethod("Score", [.. arguments.Select(argument => argument.GetType())])!.Invoke(null, arguments));
        Assert.Equal("municipalityScores", Assert.IsType<ArgumentException>(exception.InnerException).ParamName);
    }

    [Fact]
    public void An_aggregate_that_is_used_often_is_computed_once()
    {
        var text = Emit().Single(file => file.Name.EndsWith("PrefectureFramework.g.cs", StringComparison.Ordinal)).Text;
        Assert.Equal(2, text.Split("MemberAggregates.Sum(").Length - 1); // x の合計, written twice, and y の合計
    }

    /// <summary>Some municipalities name a prefecture that is not there or none; one prefecture has no municipality.</summary>
    private static (EntityTable Municipalities, EntityTable Prefectures) Tables(int seed)
    {
        var random = new Random(seed);
        var members = RandomTable.Create(PlanSchema.ToTableSchema(s_program.Frameworks[0]), rows: 5 + (seed % 30), seed);
        var owners = RandomTable.Create(PlanSchema.ToTableSchema(s_program.Frameworks[1]), rows: seed % 6, seed + 1);
        return (
            RandomTable.WithTexts(members, members.Schema.IndexOf("県"), _ => random.Next(12) == 0 ? null : $"県{random.Next(6)}"),
            RandomTable.WithTexts(owners, owners.Schema.IndexOf("都道府県名"), row => $"県{row + 1}"));
    }

    private static IEnumerable<(string Name, string Text)> Emit() =>
        EmissionUnit.OfProgram(s_program).SelectMany(unit => CSharpEmitter.Emit(unit, CSharpEmitterOptions.Default)).Select(file => (file.HintName, file.Text));

    private static GeneratedAssembly Load() => GeneratedAssembly.Load(GeneratedAssembly.Compilation(GeneratedAssembly.Parse(Emit())));

    private static ProgramPlan Compile()
    {
        var compilation = Compilation.Create([SyntaxTree.Parse(SourceText.From(Spec, "/spec.kaigo"))]);
        return compilation.Plan ?? throw new InvalidOperationException(string.Join("\n", compilation.Diagnostics));
    }
}
