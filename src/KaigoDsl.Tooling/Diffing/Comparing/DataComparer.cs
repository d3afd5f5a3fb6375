using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Tooling.Diffing;

/// <summary>Attributes, inputs and constants.</summary>
internal static class DataComparer
{
    public static void Compare(PairComparison comparison)
    {
        CompareColumns(comparison);
        CompareConstants(comparison);
    }

    private static void CompareColumns(PairComparison comparison)
    {
        var (pair, matches) = (comparison.Pair, comparison.Pair.Columns);
        foreach (var match in matches)
        {
            Compare(comparison, comparison.Old.Columns[match.Old], comparison.New.Columns[match.New]);
        }

        foreach (var column in comparison.New.Columns.Where(c => ColumnMatcher.IsDeclared(c) && pair.OldColumnOf(c.Index) < 0))
        {
            comparison.Add(ChangeKinds.ColumnAdded, null, column, null, DiffTexts.ColumnType(column));
        }

        foreach (var column in comparison.Old.Columns.Where(c => ColumnMatcher.IsDeclared(c) && pair.NewColumnOf(c.Index) < 0))
        {
            comparison.Add(ChangeKinds.ColumnRemoved, column, null, DiffTexts.ColumnType(column), null);
        }
    }

    private static void Compare(PairComparison comparison, ColumnPlan old, ColumnPlan current)
    {
        if (!string.Equals(old.Name, current.Name, StringComparison.Ordinal))
        {
            comparison.Add(ChangeKinds.ColumnRenamed, old, current, DiffTexts.Plain(old.Name), DiffTexts.Plain(current.Name));
        }

        if (old.Type != current.Type || (old.Entity.Length == 0) != (current.Entity.Length == 0))
        {
            comparison.Add(ChangeKinds.ColumnTypeChanged, old, current, DiffTexts.ColumnType(old), DiffTexts.ColumnType(current));
            return;
        }

        if (old.UnitFactor != current.UnitFactor || DiffTexts.Unit(old.Unit) != DiffTexts.Unit(current.Unit))
        {
            comparison.Add(ChangeKinds.ColumnUnitChanged, old, current, DiffTexts.ColumnType(old), DiffTexts.ColumnType(current));
        }

        if (!old.Members.Order(StringComparer.Ordinal).SequenceEqual(current.Members.Order(StringComparer.Ordinal), StringComparer.Ordinal))
        {
            comparison.Add(ChangeKinds.ColumnMembersChanged, old, current, DiffTexts.ColumnType(old), DiffTexts.ColumnType(current));
        }

        if (!string.Equals(old.Entity, current.Entity, StringComparison.Ordinal))
        {
            comparison.Add(ChangeKinds.ColumnEntityChanged, old, current, DiffTexts.Plain(old.Entity), DiffTexts.Plain(current.Entity));
        }
    }

    private static void CompareConstants(PairComparison comparison)
    {
        foreach (var current in comparison.New.Constants)
        {
            var old = comparison.Old.Constants.FirstOrDefault(c => string.Equals(c.Name, current.Name, StringComparison.Ordinal));
            if (old is null)
            {
                comparison.Add(ChangeKinds.ConstantAdded, null, current, null, DiffTexts.Constant(current));
            }
            else if (old.Value != current.Value)
            {
                comparison.Add(ChangeKinds.ConstantChanged, old, current, DiffTexts.Constant(old), DiffTexts.Constant(current));
            }
        }

        foreach (var old in comparison.Old.Constants.Where(c => !comparison.New.Constants.Any(n => string.Equals(n.Name, c.Name, StringComparison.Ordinal))))
        {
            comparison.Add(ChangeKinds.ConstantRemoved, old, null, DiffTexts.Constant(old), null);
        }
    }
}
