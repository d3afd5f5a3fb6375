using Sprache;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>
/// A place among the tokens of a file, for Sprache: the current "character" is the token's kind, the position its index.
/// All places of a file are built once, so a step allocates nothing.
/// </summary>
internal sealed class TokenInput : IInput
{
    private static readonly Dictionary<object, object> NoMemos = [];

    public TokenInput(ParseContext context, int position)
    {
        Context = context;
        Position = position;
    }

    /// <summary>What all places of the file share.</summary>
    public ParseContext Context { get; }

    /// <summary>Index of the token.</summary>
    public int Position { get; }

    /// <summary>The token.</summary>
    public SyntaxToken Token => Context.Tokens[Position];

    /// <summary>Its kind; a repaired keyword counts as the keyword.</summary>
    public SyntaxKind Kind => Token.Kind;

    /// <summary>Whether it is the first token of its line.</summary>
    public bool StartsLine => Context.StartsLine[Position];

    /// <summary>The next place; at the end of the file, this one.</summary>
    public TokenInput Next => AtEnd ? this : Context.Inputs[Position + 1];

    /// <summary>The place before; at the beginning, this one.</summary>
    public TokenInput Previous => Position == 0 ? this : Context.Inputs[Position - 1];

    /// <inheritdoc/>
    public bool AtEnd => Position == Context.Tokens.Length - 1;

    /// <inheritdoc/>
    public char Current => (char)Kind;

    /// <inheritdoc/>
    public string Source => Context.Source.Text;

    /// <inheritdoc/>
    public int Line => Context.Source.GetLinePosition(Token.Span.Start).Line + 1;

    /// <inheritdoc/>
    public int Column => Context.Source.GetLinePosition(Token.Span.Start).Character + 1;

    // No memos: the grammar never looks at a token twice.
    /// <inheritdoc/>
    public IDictionary<object, object> Memos => NoMemos;

    /// <inheritdoc/>
    public IInput Advance() => Next;

    /// <inheritdoc/>
    public bool Equals(IInput? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    /// <inheritdoc/>
    public override int GetHashCode() => Position;
}
