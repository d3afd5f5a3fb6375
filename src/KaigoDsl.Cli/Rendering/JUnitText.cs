using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using KaigoDsl.Compiler;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Engine;

namespace KaigoDsl.Cli;

/// <summary>JUnit's XML, which build servers show as test results. No times: results do not depend on a clock.</summary>
internal static class JUnitText
{
    /// <summary>One case per test (試験).</summary>
    public static string OfTests(ImmutableArray<TestResult> results, Texts texts) => Write(
        "kaigo test",
        results.Select(result => (
            Suite: result.Test.Location.Path,
            Name: result.Test.Title,
            Failure: result.Passed ? null : string.Join('\n', TestText.Failures(result, texts)))));

    /// <summary>One case per file, failed when it has an error.</summary>
    public static string OfCheck(Compilation compilation, MessageLanguage language) => Write(
        "kaigo check",
        compilation.Trees.Select(tree => (
            Suite: "check",
            Name: tree.Source.Path,
            Failure: compilation.Diagnostics.Any(diagnostic => IsErrorOf(diagnostic, tree.Source.Path))
                ? string.Concat(compilation.Diagnostics.Where(diagnostic => IsErrorOf(diagnostic, tree.Source.Path)).Select(diagnostic => DiagnosticRenderer.Render(diagnostic, language)))
                : null)));

    private static bool IsErrorOf(Diagnostic diagnostic, string path) =>
        diagnostic.Severity == DiagnosticSeverity.Error && string.Equals(diagnostic.Location.Path, path, StringComparison.Ordinal);

    private static string Write(string suite, IEnumerable<(string Suite, string Name, string? Failure)> cases)
    {
        var all = cases.ToArray();
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false) }))
        {
            writer.WriteStartElement("testsuites");
            writer.WriteStartElement("testsuite");
            writer.WriteAttributeString("name", suite);
            writer.WriteAttributeString("tests", all.Length.ToString(CultureInfo.InvariantCulture));
            writer.WriteAttributeString("failures", all.Count(static one => one.Failure is not null).ToString(CultureInfo.InvariantCulture));
            foreach (var (group, name, failure) in all)
            {
                writer.WriteStartElement("testcase");
                writer.WriteAttributeString("classname", group);
                writer.WriteAttributeString("name", name);
                if (failure is not null)
                {
                    writer.WriteStartElement("failure");
                    writer.WriteAttributeString("message", failure.Split('\n')[0]);
                    writer.WriteString(failure);
                    writer.WriteEndElement();
                }

                writer.WriteEndElement();
            }

            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }
}
