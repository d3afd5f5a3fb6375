using System.Runtime.CompilerServices;
using KaigoDsl.Compiler.Emit;
using KaigoDsl.Compiler.Tests.Meaning;
using KaigoDsl.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace KaigoDsl.Generators.Tests.Incremental;

/// <summary>All specs of this project under edits: what a warm driver prints and reports is what a fresh one does, and only what an edit reaches runs.</summary>
public sealed class EditSeriesTests
{
    private const string Edited = "specs/r6/municipality.kaigo";

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public void After_any_series_of_edits_a_warm_driver_says_what_a_fresh_one_says(int seed)
    {
        var edits = new SpecEdits(Files(), seed);
        var warm = GeneratorHarness.Create(Files()).RunAlone();
        var printed = 0;
        for (var step = 0; step < 16; step++)
        {
            var edit = edits.Next();
            (string, string)[] files = [.. edits.Files.Select(file => (file.Key, file.Value))];
            warm.Become(files).RunAlone();
            var fresh = GeneratorHarness.Create(files).RunAlone();
            var what = $"seed {seed}, step {step}: {edit}";
            Assert.True(Sources(fresh).SequenceEqual(Sources(warm)), what);
            Assert.True(fresh.Diagnostics.Select(Describe).SequenceEqual(warm.Diagnostics.Select(Describe)), what);
            printed += warm.Result.GeneratedSources.IsEmpty ? 0 : 1;
            if (warm.Result.GeneratedSources.IsEmpty && step % 2 == 0)
            {
                edits.Restore();
            }
        }

        Assert.InRange(printed, 3, 15);
    }

    [Fact]
    public void What_is_left_out_of_a_unit_is_not_printed()
    {
        var plan = KaigoDsl.Compiler.Compilation.Create(
            [.. Files().Select(file => KaigoDsl.Compiler.Syntax.SyntaxTree.Parse(KaigoDsl.Compiler.Text.SourceText.From(file.Text, file.Path)))]).Plan!;
        var options = new CSharpEmitterOptions("KaigoDsl.Specs", LineDirectives: true);
        Assert.All(EmissionUnit.OfProgram(plan), unit => Assert.Equal(
            CSharpEmitter.EmitScoring(unit, options), CSharpEmitter.EmitScoring(unit.WithPrintedPartsOnly(PlanRewriter.WithPrintedLocationsOnly), options)));
        Assert.All(plan.Frameworks, framework => Assert.Equal(CSharpEmitter.EmitTable(framework, options), CSharpEmitter.EmitTable(framework.SeenByTable(), options)));
        Assert.All(RulesUnit.OfProgram(plan), unit => Assert.Equal(RulesEmitter.Emit(unit, options), RulesEmitter.Emit(unit.WithPrintedPartsOnly(true), options)));
        Assert.All(AllocationUnit.OfProgram(plan), unit => Assert.Equal(
            AllocationEmitter.Emit(unit, options), AllocationEmitter.Emit(unit.WithPrintedPartsOnly(true), options)));
    }

    [Fact]
    public void An_edit_of_blanks_binds_nothing()
    {
        var harness = Edit(text => text.Replace("点 {", "点   {", StringComparison.Ordinal));
        Assert.Equal(1, Count(harness, TrackingNames.Files, IncrementalStepRunReason.Modified));
        AssertUntouched(harness, TrackingNames.Groups, TrackingNames.Bound, TrackingNames.Frameworks, TrackingNames.Code, TrackingNames.Rules, TrackingNames.Allocations);
    }

    [Fact]
    public void An_edit_of_a_number_binds_its_year_and_prints_its_framework()
    {
        var harness = Edit(text => text.Replace("上位3割", "上位2割", StringComparison.Ordinal));
        Assert.Equal(1, Count(harness, TrackingNames.Bound, IncrementalStepRunReason.Modified));
        Assert.Equal(1, Count(harness, TrackingNames.Code, IncrementalStepRunReason.Modified));
        AssertUntouched(harness, TrackingNames.TablesCode, TrackingNames.RulesCode, TrackingNames.AllocationsCode, TrackingNames.ShareTables);
    }

    [Fact]
    public void How_members_score_is_no_reason_to_print_what_aggregates_them()
    {
        const string Members = "specs/r7/municipality.kaigo";
        var harness = GeneratorHarness.Create(Files()).RunAlone();
        harness.Edit(Members, text => text.Replace("上位3割", "上位2割", StringComparison.Ordinal)).RunAlone();
        Assert.Equal(1, Count(harness, TrackingNames.Code, IncrementalStepRunReason.Modified));
        AssertUntouched(harness, TrackingNames.TablesCode, TrackingNames.RulesCode, TrackingNames.AllocationsCode);
    }

    [Fact]
    public void An_edit_of_a_title_prints_its_framework_and_no_rule_or_allocation()
    {
        var harness = Edit(text => text.Replace("持続可能な地域", "持続できる地域", StringComparison.Ordinal));
        Assert.Equal(1, Count(harness, TrackingNames.Bound, IncrementalStepRunReason.Modified));
        Assert.Equal(1, Count(harness, TrackingNames.Code, IncrementalStepRunReason.Modified));
        AssertUntouched(harness, TrackingNames.RulesCode, TrackingNames.AllocationsCode, TrackingNames.ShareTables);
    }

    [Fact]
    public void A_line_between_moves_the_places_printed_and_binds_its_year_only()
    {
        var harness = Edit(text => "\n" + text);
        Assert.Equal(1, Count(harness, TrackingNames.Bound, IncrementalStepRunReason.Modified));
        Assert.Equal(1, Count(harness, TrackingNames.Code, IncrementalStepRunReason.Modified));
    }

    [Fact]
    public void A_file_that_others_need_no_more_leaves_the_other_years_alone()
    {
        var harness = GeneratorHarness.Create(Files()).RunAlone();
        harness.Become(Files().Where(file => file.Path != "specs/r6/published.kaigo")).RunAlone();
        Assert.Equal(1, Count(harness, TrackingNames.Bound, IncrementalStepRunReason.Modified));
        AssertUntouched(harness, TrackingNames.Code, TrackingNames.RulesCode, TrackingNames.AllocationsCode);
    }

    private static GeneratorHarness Edit(Func<string, string> edit) => GeneratorHarness.Create(Files()).RunAlone().Edit(Edited, edit).RunAlone();

    private static int Count(GeneratorHarness harness, string step, IncrementalStepRunReason reason) =>
        harness.Result.TrackedSteps[step].SelectMany(run => run.Outputs).Count(output => output.Reason == reason);

    private static void AssertUntouched(GeneratorHarness harness, params string[] steps) => Assert.All(steps, step => Assert.True(
        harness.Reasons(step).All(reason => reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged), step));

    private static IEnumerable<(string, string)> Sources(GeneratorHarness harness) =>
        harness.Result.GeneratedSources.Select(source => (source.HintName, source.SourceText.ToString())).OrderBy(source => source.HintName, StringComparer.Ordinal);

    private static string Describe(Diagnostic diagnostic) => string.Join("|", diagnostic.AdditionalLocations.Select(Describe).Prepend($"{diagnostic} {Describe(diagnostic.Location)}"));

    private static string Describe(Location location) => $"{location.GetLineSpan()} {location.SourceSpan}";

    private static (string Path, string Text)[] Files([CallerFilePath] string caller = "")
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(caller)!, "..", "..", ".."));
        return
        [
            .. Directory.GetFiles(Path.Combine(root, "specs"), "*.kaigo", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                .Select(path => (Path.GetRelativePath(root, path).Replace('\\', '/'), File.ReadAllText(path))),
        ];
    }
}
