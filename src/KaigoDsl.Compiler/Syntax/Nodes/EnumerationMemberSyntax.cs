using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>A member of a 種別.</summary>
public sealed class EnumerationMemberSyntax : MemberSyntax
{
    internal EnumerationMemberSyntax(LabelSyntax label, ImmutableArray<HeaderPartSyntax> parts)
        : base(SyntaxKind.EnumerationMember, new ChildListBuilder().Add(label).AddRange(parts).ToChildren())
    {
        Label = label;
        Parts = parts;
    }

    /// <summary>Its name.</summary>
    public LabelSyntax Label { get; }

    /// <summary>Title.</summary>
    public ImmutableArray<HeaderPartSyntax> Parts { get; }
}
