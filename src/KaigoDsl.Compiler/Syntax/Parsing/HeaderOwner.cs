namespace KaigoDsl.Compiler.Syntax;

/// <summary>Whose header a part stands in.</summary>
[Flags]
internal enum HeaderOwner
{
    None = 0,
    Entity = 1 << 0,
    Enumeration = 1 << 1,
    EnumerationMember = 1 << 2,
    Unit = 1 << 3,
    Constant = 1 << 4,
    Column = 1 << 5,
    Framework = 1 << 6,
    Node = 1 << 7,
    Item = 1 << 8,
    Published = 1 << 9,
    Total = 1 << 10,
    Rule = 1 << 11,
    RuleMember = 1 << 12,
    Clause = 1 << 13,
    Allocation = 1 << 14,
    Pool = 1 << 15,
    SizeClass = 1 << 16,
    All = (1 << 17) - 1,
}
