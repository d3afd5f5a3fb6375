using System.Collections.Immutable;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Emit;
using KaigoDsl.Compiler.Text;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KaigoDsl.Generators;

/// <summary>The MSBuild properties a user may set.</summary>
/// <param name="RootNamespace"><c>KaigoNamespace</c>: what comes before the year.</param>
/// <param name="LineDirectives"><c>KaigoLineDirectives</c>: whether code points to its line in the spec.</param>
/// <param name="Language"><c>KaigoLanguage</c>: ja or en.</param>
/// <param name="Problems">Values that could not be used; the default is taken then.</param>
internal sealed record GeneratorOptions(
    string RootNamespace,
    bool LineDirectives,
    MessageLanguage Language,
    EquatableArray<DiagnosticModel> Problems)
{
    public static GeneratorOptions From(AnalyzerConfigOptions options)
    {
        var problems = ImmutableArray.CreateBuilder<DiagnosticModel>();
        var root = Read("KaigoNamespace", CSharpEmitterOptions.DefaultRootNamespace, IsNamespace, static value => value);
        var lines = Read("KaigoLineDirectives", true, static value => Is(value, "true") || Is(value, "false"), static value => Is(value, "true"));
        var language = Read(
            "KaigoLanguage",
            MessageLanguage.Japanese,
            static value => Is(value, "ja") || Is(value, "en"),
            static value => Is(value, "en") ? MessageLanguage.English : MessageLanguage.Japanese);
        return new GeneratorOptions(root, lines, language, problems.ToImmutable());

        T Read<T>(string name, T fallback, Func<string, bool> isValid, Func<string, T> convert)
        {
            if (!options.TryGetValue("build_property." + name, out var value) || string.IsNullOrWhiteSpace(value))
            {
                return fallback;
            }

            value = value.Trim();
            if (isValid(value))
            {
                return convert(value);
            }

            problems.Add(DiagnosticModel.Create(Descriptors.BadGeneratorOption, LocationInfo.None, name, value));
            return fallback;
        }
    }

    /// <summary>What of them the printed code depends on.</summary>
    public CSharpEmitterOptions ForEmitter() => new(RootNamespace, LineDirectives);

    private static bool Is(string value, string expected) => string.Equals(value, expected, StringComparison.OrdinalIgnoreCase);

    private static bool IsNamespace(string value) => value.Split('.').All(SyntaxFacts.IsValidIdentifier);
}
