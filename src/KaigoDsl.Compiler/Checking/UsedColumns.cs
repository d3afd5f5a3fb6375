using KaigoDsl.Compiler.Symbols;

namespace KaigoDsl.Compiler.Checking;

/// <summary>The columns that some expression of some framework reads; an aggregate reads another framework's.</summary>
internal sealed class UsedColumns
{
    private readonly HashSet<ColumnSymbol> _columns = [];

    public bool HasErrors { get; private set; }

    public static UsedColumns Collect(
        IEnumerable<FrameworkSymbol> frameworks, IEnumerable<RulesSymbol> rules, IEnumerable<AllocationSymbol> allocations)
    {
        var used = new UsedColumns();
        foreach (var expression in rules.SelectMany(r => r.Order).SelectMany(r => r.Expressions).Concat(allocations.SelectMany(a => a.Expressions)))
        {
            used.Add(expression);
        }

        foreach (var node in frameworks.SelectMany(f => f.AllNodes))
        {
            foreach (var expression in node.Expressions())
            {
                used.Add(expression);
            }
        }

        return used;
    }

    public bool Contains(ColumnSymbol column) => _columns.Contains(column);

    private void Add(BoundExpression expression)
    {
        foreach (var part in expression.SelfAndParts())
        {
            switch (part)
            {
                case BoundError:
                    HasErrors = true;
                    break;
                case BoundColumn column:
                    _columns.Add(column.Column);
                    break;
                case BoundAggregate aggregate:
                    _columns.Add(aggregate.Link);
                    Add(aggregate.Value);
                    break;
            }
        }
    }
}
