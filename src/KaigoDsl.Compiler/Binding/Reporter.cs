using System.Collections.Immutable;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Symbols;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Binding;

/// <summary>
/// Where binding and checking report. A shared group is bound once for each framework that uses it, so the same fault at the same
/// place is kept once.
/// </summary>
internal sealed class Reporter(DiagnosticBag bag)
{
    private readonly HashSet<(string Code, string Path, TextSpan Span, string Message)> _seen = [];

    public void Report(DiagnosticDescriptor descriptor, TextLocation location, params object[] arguments) =>
        Report(descriptor, location, [], null, arguments);

    public void Report(
        DiagnosticDescriptor descriptor,
        TextLocation location,
        ImmutableArray<RelatedLocation> related,
        SuggestedFix? fix,
        params object[] arguments)
    {
        var diagnostic = new Diagnostic(descriptor, location, [.. arguments], related, fix);
        if (_seen.Add((descriptor.Code, location.Path, location.Span, diagnostic.GetMessage(MessageLanguage.English))))
        {
            bag.Add(diagnostic);
        }
    }

    public static RelatedLocation DeclaredHere(Symbol symbol) =>
        new(symbol.Location, new LocalizedText($"`{symbol.Label}` はここで宣言されています", $"`{symbol.Label}` is declared here"));

    public static SuggestedFix? Replace(TextLocation location, string? candidate) =>
        candidate is null ? null : new SuggestedFix(location.Span, candidate);
}
