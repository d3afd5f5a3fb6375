using System.Collections.Immutable;
using System.Globalization;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Diagnostics;

/// <summary>A problem found in a <c>.kaigo</c> file.</summary>
public sealed class Diagnostic
{
    private readonly ImmutableArray<object> _arguments;

    /// <summary>Creates a diagnostic; arguments are strings or <see cref="LocalizedText"/>s.</summary>
    public Diagnostic(
        DiagnosticDescriptor descriptor,
        TextLocation location,
        ImmutableArray<object> arguments,
        ImmutableArray<RelatedLocation> related = default,
        SuggestedFix? fix = null)
    {
        Descriptor = descriptor;
        Location = location;
        _arguments = arguments;
        Related = related.IsDefault ? ImmutableArray<RelatedLocation>.Empty : related;
        Fix = fix;
    }

    /// <summary>What kind it is.</summary>
    public DiagnosticDescriptor Descriptor { get; }

    /// <summary>Its code, <c>KGO####</c>.</summary>
    public string Code => Descriptor.Code;

    /// <summary>Its severity.</summary>
    public DiagnosticSeverity Severity => Descriptor.Severity;

    /// <summary>Where.</summary>
    public TextLocation Location { get; }

    /// <summary>The other places involved.</summary>
    public ImmutableArray<RelatedLocation> Related { get; }

    /// <summary>An edit that cures it, when one is known.</summary>
    public SuggestedFix? Fix { get; }

    /// <summary>The message in a language.</summary>
    public string GetMessage(MessageLanguage language)
    {
        var arguments = new object[_arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] = _arguments[i] is LocalizedText text ? text.In(language) : _arguments[i];
        }

        // An empty hint leaves a blank at the end.
        return string.Format(CultureInfo.InvariantCulture, Descriptor.Message.In(language), arguments).TrimEnd();
    }

    /// <summary><c>path(line,column): error KGO####: message</c>, 1-based, in English.</summary>
    public override string ToString()
    {
        var start = Location.Start;
        return string.Format(
            CultureInfo.InvariantCulture,
            "{0}({1},{2}): {3} {4}: {5}",
            Location.Path,
            start.Line + 1,
            start.Character + 1,
            Severity == DiagnosticSeverity.Error ? "error" : Severity == DiagnosticSeverity.Warning ? "warning" : "info",
            Code,
            GetMessage(MessageLanguage.English));
    }
}
