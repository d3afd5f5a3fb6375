using System.Collections.Immutable;
using KaigoDsl.Compiler.Symbols;

namespace KaigoDsl.Compiler.Binding;

/// <summary>Everything a set of files declares, resolved.</summary>
internal sealed record BindingResult(
    DeclarationTable Table,
    ImmutableArray<RulesSymbol> Rules,
    ImmutableArray<PublishedSymbol> Published,
    ImmutableArray<TestSymbol> Tests);
