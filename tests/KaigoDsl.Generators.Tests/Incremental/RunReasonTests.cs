using System.Collections;
using System.Reflection;
using KaigoDsl.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace KaigoDsl.Generators.Tests.Incremental;

/// <summary>What an edit makes the generator do again, told by the run reasons of its steps.</summary>
public sealed class RunReasonTests
{
    private static readonly string[] AllSteps =
        [TrackingNames.Texts, TrackingNames.Files, TrackingNames.Groups, TrackingNames.Bound, TrackingNames.Program, TrackingNames.Options, TrackingNames.Tables, TrackingNames.TablesCode, TrackingNames.Frameworks, TrackingNames.Code, TrackingNames.Diagnostics];

    public static TheoryData<string, string> EditsWithoutMeaning => new()
    {
        { "項目 ア 4点", "項目   ア　4点" },
        { "// 試験用の評価体系。", "// 別の注釈。" },
        { "「把握している」", "「把握している」   // 行末の注釈" },
        { "順位 事業数, 高い順, 母集団 事業数 > 0件", "順位  事業数 ,高い順 ,  母集団  事業数>0件" },
        { "14点 {\n  交付金", "14点   {\n    交付金" },
    };

    [Fact]
    public void An_unrelated_edit_of_CSharp_runs_nothing()
    {
        var harness = GeneratorHarness.Small().Run();
        harness.EditCSharp("internal static class Unrelated;").Run();
        foreach (var step in AllSteps)
        {
            AssertUntouched(harness.Reasons(step), step);
        }

        Assert.Equal([IncrementalStepRunReason.Cached], harness.OutputReasons());
    }

    [Theory]
    [MemberData(nameof(EditsWithoutMeaning))]
    public void An_edit_that_means_the_same_prints_nothing_again(string before, string after)
    {
        foreach (var lineDirectives in new[] { "true", "false" })
        {
            var harness = GeneratorHarness.Small().With("KaigoLineDirectives", lineDirectives).Run();
            harness.Edit(Specs.FrameworkPath, text => text.Replace(before, after, StringComparison.Ordinal)).Run();
            Assert.Contains(IncrementalStepRunReason.Modified, harness.Reasons(TrackingNames.Texts));
            AssertUntouched(harness.Reasons(TrackingNames.Frameworks), "frameworks");
            AssertUntouched(harness.Reasons(TrackingNames.Code), "code");
            AssertUntouched(harness.OutputReasons(), "outputs");
        }
    }

    [Fact]
    public void An_inserted_line_is_printed_only_when_lines_are()
    {
        var without = GeneratorHarness.Small().With("KaigoLineDirectives", "false").Run();
        without.Edit(Specs.FrameworkPath, InsertLine).Run();
        AssertUntouched(without.Reasons(TrackingNames.Frameworks), "frameworks");
        AssertUntouched(without.OutputReasons(), "outputs");

        var with = GeneratorHarness.Small().Run();
        var before = Texts(with);
        with.Edit(Specs.FrameworkPath, InsertLine).Run();
        Assert.Contains(IncrementalStepRunReason.Modified, with.Reasons(TrackingNames.Frameworks));
        var after = Texts(with);
        Assert.NotEqual(before, after);
        Assert.Equal(before.Select(WithoutLines), after.Select(WithoutLines));

        static string InsertLine(string text) => "\n" + text;

        static string WithoutLines(string text) => string.Join('\n', text.Split('\n').Where(line => !line.StartsWith("#line", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_line_inserted_below_the_last_expression_prints_nothing_even_with_line_directives()
    {
        var harness = GeneratorHarness.Small().Run();
        harness.Edit(Specs.FrameworkPath, text => text + "\n// 末尾\n").Run();
        AssertUntouched(harness.OutputReasons(), "outputs");
    }

    [Fact]
    public void An_edit_of_one_framework_leaves_the_code_of_another()
    {
        const string OtherPath = "/project/specs/r6.kaigo";
        var other = Specs.Framework.Replace("令和7年度", "令和6年度", StringComparison.Ordinal);
        var harness = GeneratorHarness.Create((Specs.EntityPath, Specs.Entity), (Specs.FrameworkPath, Specs.Framework), (OtherPath, other)).Run();
        Assert.Equal(6, harness.Result.GeneratedSources.Length);
        harness.Edit(OtherPath, text => text.Replace("「把握している」", "「よく把握している」", StringComparison.Ordinal)).Run();
        var reasons = harness.Result.TrackedSteps[TrackingNames.Code].SelectMany(run => run.Outputs).Select(output => output.Reason).ToArray();
        Assert.Equal(2, reasons.Length);
        Assert.Single(reasons, reason => reason == IncrementalStepRunReason.Modified);
        Assert.Single(reasons, reason => reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged);
    }

    [Fact]
    public void Another_language_prints_no_code_again()
    {
        var harness = GeneratorHarness.Small().Run();
        harness.With("KaigoLanguage", "en").Run();
        AssertUntouched(harness.Reasons(TrackingNames.Frameworks), "frameworks");
        AssertUntouched(harness.Reasons(TrackingNames.Code), "code");
    }

    [Fact]
    public void No_step_holds_on_to_the_compiler()
    {
        var bad = Specs.Framework.Replace("項目 ア 4点", "項目 ア 5点", StringComparison.Ordinal);
        foreach (var harness in new[] { GeneratorHarness.Small().Run(), GeneratorHarness.Create((Specs.EntityPath, Specs.Entity), (Specs.FrameworkPath, bad)).Run() })
        {
            foreach (var step in AllSteps)
            {
                foreach (var output in harness.Result.TrackedSteps.GetValueOrDefault(step, []).SelectMany(run => run.Outputs))
                {
                    AssertNoRoslyn(output.Value, step, []);
                }
            }
        }
    }

    [Fact]
    public void A_title_of_the_members_does_not_reach_the_code_of_the_framework_that_aggregates_them()
    {
        var harness = GeneratorHarness.TwoLevels().Run();
        harness.Edit(Specs.FrameworkPath, text => text.Replace("「把握している」", "「よく把握している」", StringComparison.Ordinal)).Run();
        Assert.Equal(1, CodeReasons(harness).Count(reason => reason == IncrementalStepRunReason.Modified));
    }

    [Fact]
    public void What_others_ask_about_an_item_leaves_its_own_code_alone()
    {
        var harness = GeneratorHarness.TwoLevels().Run();
        harness.Edit(Specs.PrefecturePath, text => text.Replace("管内.市町村.得点 の平均", "管内.市町村.推進.1.ア の割合", StringComparison.Ordinal)).Run();
        Assert.Equal(1, CodeReasons(harness).Count(reason => reason == IncrementalStepRunReason.Modified));
        Assert.Empty(GeneratedAssembly.Problems(harness.Output));
    }

    [Fact]
    public void An_edit_of_a_rule_prints_only_the_rules_of_its_entity()
    {
        var harness = GeneratorHarness.Create((RuleSpecs.Path, RuleSpecs.Text)).With("KaigoLineDirectives", "false").Run();
        Assert.Empty(GeneratedAssembly.Problems(harness.Output));
        harness.Edit(RuleSpecs.Path, text => text.Replace("事業費を拡充した場合", "事業費を拡げた場合", StringComparison.Ordinal)).Run();
        AssertUntouched(harness.Reasons(TrackingNames.Frameworks), "frameworks");
        AssertUntouched(harness.Reasons(TrackingNames.ShareTables), "shares");
        var reasons = harness.Result.TrackedSteps[TrackingNames.RulesCode].SelectMany(run => run.Outputs).Select(output => output.Reason).ToArray();
        Assert.Equal(2, reasons.Length);
        Assert.Single(reasons, reason => reason == IncrementalStepRunReason.Modified);
    }

    [Fact]
    public void An_edit_of_a_title_of_the_framework_prints_no_rule_again()
    {
        var harness = GeneratorHarness.Create((RuleSpecs.Path, RuleSpecs.Text)).Run();
        harness.Edit(RuleSpecs.Path, text => text.Replace("「把握している」", "「よく把握している」", StringComparison.Ordinal)).Run();
        Assert.Contains(IncrementalStepRunReason.Modified, harness.Reasons(TrackingNames.Frameworks));
        AssertUntouched(harness.Reasons(TrackingNames.RulesCode), "rules");
    }

    private static void AssertNoRoslyn(object? value, string path, HashSet<object> seen)
    {
        if (value is null or string || value.GetType().IsPrimitive || value.GetType().IsEnum || !seen.Add(value))
        {
            return;
        }

        Assert.False(
            value is ISymbol or Compilation or SyntaxNode or SyntaxTree or Location or Diagnostic or Microsoft.CodeAnalysis.Text.SourceText or AdditionalText,
            $"{path} holds a {value.GetType()}.");
        if (value is IEnumerable items)
        {
            foreach (var item in items)
            {
                AssertNoRoslyn(item, path + "[]", seen);
            }

            return;
        }

        if (value.GetType().Namespace?.StartsWith("KaigoDsl", StringComparison.Ordinal) != true && !value.GetType().IsGenericType)
        {
            return;
        }

        for (var type = value.GetType(); type is not null; type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                AssertNoRoslyn(field.GetValue(value), path + "." + field.Name, seen);
            }
        }
    }

    private static string[] Texts(GeneratorHarness harness) => [.. harness.Result.GeneratedSources.Select(source => source.SourceText.ToString())];

    private static IncrementalStepRunReason[] CodeReasons(GeneratorHarness harness) =>
        [.. harness.Result.TrackedSteps[TrackingNames.Code].SelectMany(run => run.Outputs).Select(output => output.Reason)];

    private static void AssertUntouched(IncrementalStepRunReason[] reasons, string step) =>
        Assert.True(
            reasons.Length > 0 && reasons.All(reason => reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged),
            $"{step}: {string.Join(", ", reasons)}");
}
