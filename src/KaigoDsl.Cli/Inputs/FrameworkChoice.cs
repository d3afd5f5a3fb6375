using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Syntax;

namespace KaigoDsl.Cli;

/// <summary><c>--year</c> and <c>--level</c>: which framework of a set is meant.</summary>
internal sealed record FrameworkChoice(int? Year, string? Level)
{
    public static FrameworkChoice From(ParseResult result, Option<string?> year, Option<string?> level) => new(
        result.GetValue(year) is { } text && FiscalYearLiteral.TryParse(text, out var western) ? western : null,
        result.GetValue(level));

    /// <summary>The one framework that fits; without a level the one whose scores the others aggregate, of 市町村 and 都道府県 the first.</summary>
    public bool TryFind(ProgramPlan program, Texts texts, out int framework, [NotNullWhen(false)] out CommandFailure? failure)
    {
        var fitting = Enumerable.Range(0, program.Frameworks.Length).Where(index => Fits(program.Frameworks[index])).ToArray();
        var members = fitting.Where(index => !program.Frameworks[index].AggregatedFrameworks().Any(fitting.Contains)).ToArray();
        fitting = Level is null && members.Length == 1 ? members : fitting;
        framework = fitting.Length == 1 ? fitting[0] : -1;
        failure = program.Frameworks.Length == 0 ? CommandFailure.Problems(texts.NoFramework)
            : fitting.Length == 0 ? CommandFailure.Usage(texts.NoSuchFramework(Wanted, Names(program.Frameworks)))
            : fitting.Length > 1 ? CommandFailure.Usage(texts.SeveralFrameworks(Names(fitting.Select(index => program.Frameworks[index]))))
            : null;
        return failure is null;
    }

    private string Wanted => string.Join(' ', new[] { Year is { } year ? FiscalYearLiteral.ToEraText(year) : null, Level }.OfType<string>());

    /// <summary>Whether a framework, or the table of rules without one, is of the year and the entity asked for.</summary>
    public bool Fits(FrameworkPlan plan) =>
        (Year is null || plan.FiscalYear == Year || plan.FiscalYear == 0)
        && (Level is null
            || string.Equals(plan.Entity, Level, StringComparison.Ordinal)
            || string.Equals(plan.EntityIdentifier, Level, StringComparison.OrdinalIgnoreCase));

    private static string Names(IEnumerable<FrameworkPlan> plans) => string.Join(", ", plans.Select(static plan => plan.Name));
}
