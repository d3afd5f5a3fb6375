using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Symbols;

/// <summary>試験: given cells and expectations.</summary>
/// <param name="title">Its title.</param>
/// <param name="framework">The framework it runs; <see langword="null"/> for the rules of an entity without one.</param>
/// <param name="rules">The rules its expectations may read; <see langword="null"/> when the entity has none.</param>
/// <param name="location">Where its title stands.</param>
internal sealed class TestSymbol(string title, FrameworkSymbol? framework, RulesSymbol? rules, TextLocation location)
{
    public string Title { get; } = title;

    public FrameworkSymbol? Framework { get; } = framework;

    public RulesSymbol? Rules { get; } = rules;

    public TextLocation Location { get; } = location;

    public List<GivenCell> Givens { get; } = [];

    public List<(BoundExpression Condition, string Text, TextLocation Location)> Expectations { get; } = [];
}

/// <summary>A given cell: exactly one of column, node, or neither for 全項目.</summary>
/// <param name="Column">An attribute or input.</param>
/// <param name="Node">An item, or a node whose points are given.</param>
/// <param name="Cell">The cell's text.</param>
internal sealed record GivenCell(ColumnSymbol? Column, NodeSymbol? Node, string Cell);
