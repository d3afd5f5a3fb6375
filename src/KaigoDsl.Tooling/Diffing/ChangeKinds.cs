using System.Collections.Immutable;
using System.Reflection;
using KaigoDsl.Compiler.Diagnostics;

namespace KaigoDsl.Tooling.Diffing;

/// <summary>Every kind of change there is. A code is never reused or renumbered; <c>docs/diff.md</c> has the same table.</summary>
public static partial class ChangeKinds
{
    private static readonly Lazy<ImmutableArray<ChangeKind>> s_all = new(static () =>
    [
        .. typeof(ChangeKinds).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(static property => property.PropertyType == typeof(ChangeKind))
            .Select(static property => property.GetValue(null))
            .OfType<ChangeKind>()
            .OrderBy(static kind => kind.Code, StringComparer.Ordinal),
    ]);

    /// <summary>The catalogue, by code.</summary>
    public static ImmutableArray<ChangeKind> All => s_all.Value;

    /// <summary>The kind with a code; <see langword="null"/> when there is none.</summary>
    public static ChangeKind? Find(string code) => All.FirstOrDefault(kind => string.Equals(kind.Code, code, StringComparison.OrdinalIgnoreCase));

    private static ChangeKind Payee(string code, string name, string japanese, string english) =>
        new(code, name, ChangeSeverity.Payee, new LocalizedText(japanese, english));

    private static ChangeKind Meaning(string code, string name, string japanese, string english) =>
        new(code, name, ChangeSeverity.Meaning, new LocalizedText(japanese, english));

    private static ChangeKind Wording(string code, string name, string japanese, string english) =>
        new(code, name, ChangeSeverity.Wording, new LocalizedText(japanese, english));

    private static ChangeKind Information(string code, string name, string japanese, string english) =>
        new(code, name, ChangeSeverity.Information, new LocalizedText(japanese, english));
}
