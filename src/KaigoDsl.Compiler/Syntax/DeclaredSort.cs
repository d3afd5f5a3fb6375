namespace KaigoDsl.Compiler.Syntax;

/// <summary>The sorts of things found by their label; each has its own space of names.</summary>
internal enum DeclaredSort
{
    Unit,
    Enumeration,

    /// <summary>A label of a 種別; it is looked for in all of them, wherever they are.</summary>
    EnumerationMember,
    SharedGroup,
    Entity,
    Constant,
    StepTable,
    ShareTable,
}
