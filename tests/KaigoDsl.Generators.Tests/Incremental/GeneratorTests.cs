using KaigoDsl.Generators.Tests.Infrastructure;
using KaigoDsl.Runtime;
using Microsoft.CodeAnalysis;

namespace KaigoDsl.Generators.Tests.Incremental;

public sealed class GeneratorTests
{
    [Fact]
    public void A_spec_becomes_code_that_compiles_without_a_warning_and_scores()
    {
        var harness = GeneratorHarness.Small().Run();
        Assert.Empty(harness.Diagnostics);
        Assert.Equal(
            ["KaigoDsl.Specs.R7.MunicipalityFramework.g.cs", "KaigoDsl.Specs.R7.MunicipalityScores.g.cs", "KaigoDsl.Specs.R7.MunicipalityTable.g.cs"],
            harness.Result.GeneratedSources.Select(source => source.HintName).Order(StringComparer.Ordinal));

        var assembly = GeneratedAssembly.Load(harness.Output);
        var schema = (TableSchema)assembly.Type("KaigoDsl.Specs.R7.MunicipalityTable").GetProperty("Schema")!.GetValue(null)!;
        var table = Table(schema, 3, (column, row) => (column.Name, row) switch
        {
            ("推進.1.ア", 0 or 1) => "○",
            ("推進.1.イ", 0) => "○",
            ("事業数", 0) => "0件",
            ("事業数", 1) => "5",
            ("事業数", 2) => "7件",
            ("団体コード", _) => "01100" + row,
            _ => string.Empty,
        });
        var scores = assembly.Score("KaigoDsl.Specs.R7.Municipality", table);
        Assert.Equal([8, 7, 6], scores[0].Values.ToArray());
    }

    [Fact]
    public void The_namespace_is_the_users_to_choose()
    {
        var harness = GeneratorHarness.Small().With("KaigoNamespace", "会社.評価").Run();
        Assert.Empty(harness.Diagnostics);
        GeneratedAssembly.Load(harness.Output).Type("会社.評価.R7.MunicipalityFramework");
    }

    [Fact]
    public void A_property_with_a_senseless_value_is_reported_and_the_default_taken()
    {
        var harness = GeneratorHarness.Small().With("KaigoNamespace", "1.a b").With("KaigoLanguage", "fr").With("KaigoLineDirectives", "perhaps").Run();
        Assert.Equal(["KGO4003", "KGO4003", "KGO4003"], harness.Diagnostics.Select(diagnostic => diagnostic.Id));
        GeneratedAssembly.Load(harness.Output).Type("KaigoDsl.Specs.R7.MunicipalityFramework");
    }

    [Fact]
    public void A_framework_that_looks_into_its_members_is_printed_with_theirs()
    {
        var harness = GeneratorHarness.TwoLevels().Run();
        Assert.Empty(harness.Diagnostics);
        Assert.Equal(6, harness.Result.GeneratedSources.Length);
        var score = GeneratedAssembly.Load(harness.Output).Type("KaigoDsl.Specs.R7.PrefectureFramework").GetMethods().Where(method => method.Name == "Score");
        Assert.All(score, method => Assert.Equal(
            ["table", "municipalityTable", "municipalityScores"], method.GetParameters().Select(parameter => parameter.Name).Take(3)));
    }

    [Fact]
    public void Two_frameworks_whose_types_would_have_one_name_are_told_apart()
    {
        var other = Specs.Framework.Replace("市町村", "Municipality", StringComparison.Ordinal);
        var entity = Specs.Entity.Replace("市町村", "Municipality", StringComparison.Ordinal);
        var harness = GeneratorHarness.Create((Specs.EntityPath, Specs.Entity + entity), (Specs.FrameworkPath, Specs.Framework + other)).Run();
        var diagnostic = Assert.Single(harness.Diagnostics);
        Assert.Equal(("KGO4002", DiagnosticSeverity.Error), (diagnostic.Id, diagnostic.Severity));
        Assert.Equal(3, harness.Result.GeneratedSources.Length);
    }

    [Fact]
    public void Every_diagnostic_of_the_generator_is_documented()
    {
        var documentation = File.ReadAllText(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "..", "docs", "diagnostics.md"));
        var emission = typeof(KaigoDsl.Compiler.Diagnostics.Descriptors).GetFields()
            .Select(field => (KaigoDsl.Compiler.Diagnostics.DiagnosticDescriptor)field.GetValue(null)!)
            .Where(descriptor => descriptor.Code.StartsWith("KGO4", StringComparison.Ordinal));
        Assert.All(emission, descriptor => Assert.Contains($"\n## {descriptor.Code} {descriptor.Title.Japanese} ({descriptor.Title.English})\n", documentation, StringComparison.Ordinal));

        static string Here([System.Runtime.CompilerServices.CallerFilePath] string caller = "") => caller;
    }

    [Theory]
    [InlineData("ja", "配点")]
    [InlineData("en", "points")]
    public void An_error_is_reported_at_its_place_in_the_language_chosen_and_nothing_is_printed(string language, string word)
    {
        var text = Specs.Framework.Replace("項目 ア 4点", "項目 ア 5点", StringComparison.Ordinal);
        var harness = GeneratorHarness.Create((Specs.EntityPath, Specs.Entity), (Specs.FrameworkPath, text)).With("KaigoLanguage", language).Run();
        Assert.Empty(harness.Result.GeneratedSources);
        var diagnostic = Assert.Single(harness.Diagnostics, diagnostic => diagnostic.Location.GetLineSpan().StartLinePosition.Line == 4);
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        Assert.StartsWith("KGO", diagnostic.Id, StringComparison.Ordinal);
        Assert.Contains(word, diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.OrdinalIgnoreCase);
        var span = diagnostic.Location.GetLineSpan();
        Assert.Equal(Specs.FrameworkPath, span.Path);
        Assert.Equal("8点", text.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));
    }

    [Fact]
    public void Other_additional_files_and_no_files_at_all_print_nothing()
    {
        var harness = GeneratorHarness.Create(("/project/readme.txt", "評価体系")).Run();
        Assert.Empty(harness.Result.GeneratedSources);
        Assert.Empty(harness.Diagnostics);
    }

    [Fact]
    public void The_order_of_the_files_does_not_matter()
    {
        var one = GeneratorHarness.Create((Specs.EntityPath, Specs.Entity), (Specs.FrameworkPath, Specs.Framework)).Run();
        var other = GeneratorHarness.Create((Specs.FrameworkPath, Specs.Framework), (Specs.EntityPath, Specs.Entity)).Run();
        Assert.Equal(
            one.Result.GeneratedSources.Select(source => source.SourceText.ToString()),
            other.Result.GeneratedSources.Select(source => source.SourceText.ToString()));
    }

    [Fact]
    public void Line_directives_point_to_the_expression()
    {
        var with = GeneratorHarness.Small().Run().Result.GeneratedSources.Single(source => source.HintName.EndsWith("Framework.g.cs", StringComparison.Ordinal)).SourceText.ToString();
        var line = Specs.Framework.Split('\n').ToList().FindIndex(text => text.Contains("項目 ア 3点", StringComparison.Ordinal)) + 1;
        Assert.Contains($"#line {line} \"{Specs.FrameworkPath}\"\n        board.Item(6, board.Override(table.", with, StringComparison.Ordinal);
        var without = GeneratorHarness.Small().With("KaigoLineDirectives", "false").Run().Result.GeneratedSources;
        Assert.DoesNotContain(without, source => source.SourceText.ToString().Contains("#line", StringComparison.Ordinal));
    }

    [Fact]
    public void An_indicator_that_is_gone_breaks_the_callers_build_at_its_name()
    {
        const string Caller = "internal static class Caller { internal static int Points(KaigoDsl.Specs.R7.MunicipalityScores scores) => scores.推進.指標1[0]; }";
        var harness = GeneratorHarness.Small().EditCSharp(Caller).Run();
        Assert.Empty(GeneratedAssembly.Problems(harness.Output));
        harness.Edit(Specs.FrameworkPath, text => text.Replace("指標 1 ", "指標 9 ", StringComparison.Ordinal)).Run();
        var problem = Assert.Single(GeneratedAssembly.Problems(harness.Output));
        Assert.Contains("CS1061", problem, StringComparison.Ordinal);
        Assert.Contains("指標1", problem, StringComparison.Ordinal);
    }

    private static EntityTable Table(TableSchema schema, int rows, Func<ColumnSchema, int, string> cell)
    {
        var columns = schema.Columns.Select(column =>
        {
            var builder = new ColumnBuilder(column.Type);
            for (var row = 0; row < rows; row++)
            {
                Assert.True(CellParser.TryParse(cell(column, row), column, out var value, out _));
                builder.Add(value);
            }

            return builder.ToColumn();
        });
        return new EntityTable(schema, rows, [.. columns]);
    }
}
