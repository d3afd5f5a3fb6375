using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Engine;
using KaigoDsl.Runtime;

namespace KaigoDsl.Cli;

/// <summary>What <c>kaigo test</c> says: a line per test, and for a failed one what was expected, what came out, and where it is written.</summary>
internal static class TestText
{
    public static string Render(ImmutableArray<TestResult> results, Texts texts, bool color)
    {
        var text = new StringBuilder();
        foreach (var result in results)
        {
            text.Append(result.Passed ? Ansi.Green(texts.TestPassed, color) : Ansi.Red(texts.TestFailed, color))
                .Append("  ").Append(result.Test.Title).Append("  ").Append(Place(result.Test.Location)).Append('\n');
            foreach (var failure in result.Passed ? [] : Failures(result, texts))
            {
                text.Append("    ").Append(failure).Append('\n');
            }
        }

        var passed = results.Count(static result => result.Passed);
        return text.Append(texts.TestSummary(passed, results.Length - passed)).Append('\n').ToString();
    }

    /// <summary>Why a test failed, a line each.</summary>
    public static IEnumerable<string> Failures(TestResult result, Texts texts)
    {
        foreach (var problem in result.CellProblems)
        {
            yield return $"{Place(result.Test.Location)}: {problem.Column.Name}: "
                + (texts.Language == Compiler.Diagnostics.MessageLanguage.Japanese ? problem.Problem.Japanese : problem.Problem.English);
        }

        foreach (var expectation in result.Expectations.Where(static expectation => !expectation.Passed))
        {
            var outcome = expectation.Outcome == Truth.Unknown ? texts.ConditionUnknown : texts.ConditionFalse;
            var sides = expectation is { Left: { } left, Right: { } right } ? texts.SidesWere(left, right) : outcome;
            yield return $"{Place(expectation.Expectation.Location)}: {texts.Expected(expectation.Expectation.Text)} — {sides}";
        }
    }

    public static string Place(PlanLocation location) => string.Create(CultureInfo.InvariantCulture, $"{location.Path}:{location.Line + 1}");
}
