namespace KaigoDsl.Compiler.Syntax;

/// <summary>仮定 or 出典 as a member of a body.</summary>
public sealed class NoteClauseSyntax : MemberSyntax
{
    internal NoteClauseSyntax(NotePartSyntax note)
        : base(SyntaxKind.NoteClause, [note])
    {
        Note = note;
    }

    /// <summary>The note.</summary>
    public NotePartSyntax Note { get; }
}
