using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>再配分: what caps cut off is divided again.</summary>
public sealed class RedistributionClauseSyntax : MemberSyntax
{
    internal RedistributionClauseSyntax(
        SyntaxToken keyword,
        ImmutableArray<RedistributionOptionSyntax> options,
        ImmutableArray<NotePartSyntax> notes)
        : base(SyntaxKind.RedistributionClause, new ChildListBuilder().Add(keyword).AddRange(options).AddRange(notes).ToChildren())
    {
        Keyword = keyword;
        Options = options;
        Notes = notes;
    }

    /// <summary>再配分.</summary>
    public SyntaxToken Keyword { get; }

    /// <summary>Each with the comma before it.</summary>
    public ImmutableArray<RedistributionOptionSyntax> Options { get; }

    /// <summary>仮定 and 出典 behind it.</summary>
    public ImmutableArray<NotePartSyntax> Notes { get; }
}
