using System.Collections.Immutable;
using KaigoDsl.Compiler.Binding;
using KaigoDsl.Compiler.Symbols;

namespace KaigoDsl.Compiler.Lowering;

/// <summary>A sound group of files, its frameworks laid out and their steps in order: all that lowering needs but the numbers.</summary>
internal sealed class LoweringInput(BindingResult bound, LayoutSet layouts)
{
    public BindingResult Bound { get; } = bound;

    public LayoutSet Layouts { get; } = layouts;

    /// <summary>Its rules in the order of their frameworks, those on a table of their own last.</summary>
    public ImmutableArray<RulesSymbol> Rules { get; } =
        [.. bound.Rules.OrderBy(r => r.Framework is { } framework ? layouts.PositionOf(framework) : int.MaxValue)];
}
