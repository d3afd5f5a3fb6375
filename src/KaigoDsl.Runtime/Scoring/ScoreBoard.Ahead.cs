namespace KaigoDsl.Runtime;

/// <content>What is fetched into the cache while rankings are worked out.</content>
public sealed unsafe partial class ScoreBoard
{
    private ColumnsAhead[] _ahead = [];

    /// <summary>
    /// During each ranking, what the next one compares; and, as far as there is room, what the operations recorded behind the rankings
    /// compare and where they write.
    /// </summary>
    private void LookAhead()
    {
        if (_ahead.Length < _recorded.Count)
        {
            _ahead = new ColumnsAhead[_recorded.Count];
        }

        Array.Clear(_ahead);
        if (!ColumnsAhead.Pays(_blocks))
        {
            return;
        }

        for (var ranking = 1; ranking < _recorded.Count; ranking++)
        {
            _ahead[ranking - 1].Add(_recorded[ranking].Source);
        }

        var (left, right, target) = ((nint)0, (nint)0, (nint)0);
        var free = 0;
        foreach (ref readonly var operation in _operations.AsSpan(0, _operationCount))
        {
            if (operation.Kind != RowOperationKind.Compare)
            {
                // Targets are taken one behind the other: most lie in what has been added last.
                if ((nint)operation.Target < target || (nint)operation.Target >= target + ColumnsAhead.Length(_blocks))
                {
                    target = (nint)operation.Target;
                    AddAhead(target, ref free);
                }
            }
            else if ((nint)operation.Comparison.Left != left || (nint)operation.Comparison.Right != right)
            {
                (left, right) = ((nint)operation.Comparison.Left, (nint)operation.Comparison.Right);
                AddAhead(left, ref free);
                AddAhead(right, ref free);
            }
        }
    }

    private void AddAhead(nint start, ref int free)
    {
        while (free < _recorded.Count && _ahead[free].Count == ColumnsAhead.Most)
        {
            free++;
        }

        if (free < _recorded.Count)
        {
            _ahead[free].Add((void*)start);
        }
    }
}
