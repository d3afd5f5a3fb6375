namespace KaigoDsl.Compiler.Symbols;

/// <summary>Everything declared at top level in a set of files.</summary>
internal sealed class DeclarationTable
{
    public NamedSet<EntitySymbol> Entities { get; } = new();

    public NamedSet<EnumerationSymbol> Enumerations { get; } = new();

    public NamedSet<UnitSymbol> Units { get; } = new();

    public NamedSet<ConstantSymbol> Constants { get; } = new();

    public NamedSet<SharedGroupSymbol> SharedGroups { get; } = new();

    public List<FrameworkSymbol> Frameworks { get; } = [];

    public List<AllocationSymbol> Allocations { get; } = [];

    public NamedSet<StepTableSymbol> StepTables { get; } = new();

    public NamedSet<ShareTableSymbol> ShareTables { get; } = new();

    /// <summary>The framework of a year and an entity; <see langword="null"/> when there is none.</summary>
    public FrameworkSymbol? FindFramework(int fiscalYear, string entity) =>
        Frameworks.Find(f => f.FiscalYear == fiscalYear && string.Equals(f.EntityLabel, entity, StringComparison.Ordinal));
}
