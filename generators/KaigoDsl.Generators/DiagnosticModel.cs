using System.Collections.Immutable;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Generators;

/// <summary>A problem as a value, in both languages: which one is shown is decided where it is reported.</summary>
internal sealed record DiagnosticModel(
    DiagnosticDescriptor Descriptor,
    LocalizedText Message,
    LocationInfo Location,
    EquatableArray<LocationInfo> Related)
{
    public static DiagnosticModel From(Diagnostic diagnostic) => new(
        diagnostic.Descriptor,
        new LocalizedText(diagnostic.GetMessage(MessageLanguage.Japanese), diagnostic.GetMessage(MessageLanguage.English)),
        LocationInfo.From(diagnostic.Location),
        diagnostic.Related.Select(related => LocationInfo.From(related.Location)).ToImmutableArray());

    public static DiagnosticModel Create(DiagnosticDescriptor descriptor, LocationInfo location, params object[] arguments) => new(
        descriptor,
        new LocalizedText(
            string.Format(System.Globalization.CultureInfo.InvariantCulture, descriptor.Message.Japanese, arguments),
            string.Format(System.Globalization.CultureInfo.InvariantCulture, descriptor.Message.English, arguments)),
        location,
        EquatableArray<LocationInfo>.Empty);
}
