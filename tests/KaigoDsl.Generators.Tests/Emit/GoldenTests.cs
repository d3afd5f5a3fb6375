using KaigoDsl.Compiler.Emit;
using KaigoDsl.Generators.Tests.Infrastructure;

namespace KaigoDsl.Generators.Tests.Emit;

public sealed class GoldenTests
{
    /// <summary>The shape of the code, for a person to read: the version number is the only thing that may differ.</summary>
    [Fact]
    public void The_small_framework_prints_as_reviewed()
    {
        var version = typeof(CSharpEmitter).Assembly.GetName().Version!.ToString(3);
        foreach (var file in CSharpEmitter.Emit(SamplePlans.Small(), CSharpEmitterOptions.Default))
        {
            Golden.Check(file.HintName.Replace(".g.cs", ".g.txt", StringComparison.Ordinal), file.Text.Replace(version, "VERSION", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Without_line_directives_the_text_does_not_depend_on_places()
    {
        var options = CSharpEmitterOptions.Default with { LineDirectives = false };
        var plan = SamplePlans.Rich();
        Assert.Equal(CSharpEmitter.Emit(plan, options), CSharpEmitter.Emit(plan.WithoutLocations(), options));
        Assert.DoesNotContain(CSharpEmitter.Emit(plan, options), file => file.Text.Contains("#line", StringComparison.Ordinal));
    }

    [Fact]
    public void With_line_directives_only_the_places_of_expressions_are_printed()
    {
        var plan = SamplePlans.Rich();
        Assert.Equal(CSharpEmitter.Emit(plan, CSharpEmitterOptions.Default), CSharpEmitter.Emit(plan.WithPrintedLocationsOnly(), CSharpEmitterOptions.Default));
        var line = plan.Items.First(item => item.Expression is not null).Location.Line + 1;
        Assert.Contains(CSharpEmitter.Emit(plan, CSharpEmitterOptions.Default), file => file.Text.Contains($"\n#line {line} \"/specs/r7.kaigo\"\n", StringComparison.Ordinal));
    }

    [Fact]
    public void Lines_end_with_a_line_feed_and_no_blank()
    {
        foreach (var file in CSharpEmitter.Emit(SamplePlans.Rich(), CSharpEmitterOptions.Default))
        {
            Assert.DoesNotContain("\r", file.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(" \n", file.Text, StringComparison.Ordinal);
            Assert.EndsWith("}\n", file.Text, StringComparison.Ordinal);
        }
    }
}
