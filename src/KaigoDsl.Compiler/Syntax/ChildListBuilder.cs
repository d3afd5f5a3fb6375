using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>Gathers the children of a node in the order of the text.</summary>
internal readonly struct ChildListBuilder
{
    private readonly ImmutableArray<SyntaxElement>.Builder _children;

    public ChildListBuilder() => _children = ImmutableArray.CreateBuilder<SyntaxElement>();

    public ChildListBuilder Add(SyntaxElement child)
    {
        _children.Add(child);
        return this;
    }

    public ChildListBuilder AddOptional(SyntaxElement? child)
    {
        if (child is not null)
        {
            _children.Add(child);
        }

        return this;
    }

    public ChildListBuilder AddRange<T>(ImmutableArray<T> children)
        where T : SyntaxElement
    {
        foreach (var child in children)
        {
            _children.Add(child);
        }

        return this;
    }

    public ImmutableArray<SyntaxElement> ToChildren() => _children.ToImmutable();
}
