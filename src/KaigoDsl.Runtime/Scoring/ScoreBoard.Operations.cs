namespace KaigoDsl.Runtime;

/// <content>Recorded operations and how they are run.</content>
public sealed unsafe partial class ScoreBoard
{
    /// <summary>Blocks a tile: what its operations pass on to each other stays in the cache.</summary>
    private const int TileBlocks = 64;

    private RowOperation[] _operations = new RowOperation[64];
    private PointsSource[] _sources = new PointsSource[256];
    private Clearing[] _clearings = new Clearing[16];
    private BestRule[] _bests = new BestRule[4];
    private int _operationCount;
    private int _sourceCount;
    private int _clearingCount;
    private int _bestCount;
    private int _threads = 1;
    private Action<int, int>? _runTile;

    private void ResetOperations() => (_operationCount, _sourceCount, _clearingCount, _bestCount) = (0, 0, 0, 0);

    private ref RowOperation Record(RowOperationKind kind)
    {
        if (_operationCount == _operations.Length)
        {
            Array.Resize(ref _operations, 2 * _operationCount);
        }

        ref var operation = ref _operations[_operationCount++];
        operation = new RowOperation { Kind = kind };
        return ref operation;
    }

    private void AddSource(in PointsSource source) => AddSources(1)[0] = source;

    private Span<PointsSource> AddSources(int count)
    {
        if (_sourceCount + count > _sources.Length)
        {
            Array.Resize(ref _sources, Math.Max(2 * _sources.Length, _sourceCount + count));
        }

        var added = _sources.AsSpan(_sourceCount, count);
        _sourceCount += count;
        return added;
    }

    private void AddClearing(in Clearing clearing)
    {
        if (_clearingCount == _clearings.Length)
        {
            Array.Resize(ref _clearings, 2 * _clearingCount);
        }

        _clearings[_clearingCount++] = clearing;
    }

    private int AddBest(BestRule rule)
    {
        if (_bestCount == _bests.Length)
        {
            Array.Resize(ref _bests, 2 * _bestCount);
        }

        _bests[_bestCount] = rule;
        return _bestCount++;
    }

    /// <summary>Makes a condition readable: one that stands alone by itself, others with everything recorded.</summary>
    private void Settle(RowTruth truth)
    {
        var wanted = _truths[truth.Index].True;
        for (var i = 0; i < _operationCount; i++)
        {
            if (_operations[i].True != wanted)
            {
                continue;
            }

            if (_operations[i].Kind != RowOperationKind.Compare)
            {
                Flush();
                return;
            }

            // Running it again later would do no harm, only cost.
            Run(ref _operations[i], 0, _blocks);
            Array.Copy(_operations, i + 1, _operations, i, _operationCount - i - 1);
            _operationCount--;
            return;
        }

        foreach (var recorded in _recorded)
        {
            if (recorded.Hits.AsSpan().Contains((nint)wanted))
            {
                RunRankings();
                return;
            }
        }
    }

    private void Flush()
    {
        RunRankings();
        if (_operationCount == 0)
        {
            return;
        }

        _crew.Run(_threads, (_blocks + TileBlocks - 1) / TileBlocks, _runTile ??= (_, tile) => RunTile(tile * TileBlocks, Math.Min(_blocks, (tile + 1) * TileBlocks)));
        ResetOperations();
        GC.KeepAlive(this);
    }

    private void RunTile(int from, int to)
    {
        foreach (ref var operation in _operations.AsSpan(0, _operationCount))
        {
            Run(ref operation, from, to);
        }
    }

    private void Run(ref RowOperation operation, int from, int to)
    {
        switch (operation.Kind)
        {
            case RowOperationKind.And:
                for (var block = from; block < to; block++)
                {
                    var (left, right) = (operation.LeftTrue[block], operation.RightTrue[block]);
                    var (leftKnown, rightKnown) = (operation.LeftKnown[block], operation.RightKnown[block]);
                    operation.True[block] = left & right;
                    operation.Known[block] = (leftKnown & rightKnown) | (leftKnown & ~left) | (rightKnown & ~right);
                }

                break;
            case RowOperationKind.Or:
                for (var block = from; block < to; block++)
                {
                    var (left, right) = (operation.LeftTrue[block], operation.RightTrue[block]);
                    operation.True[block] = left | right;
                    operation.Known[block] = (operation.LeftKnown[block] & operation.RightKnown[block]) | left | right;
                }

                break;
            case RowOperationKind.Not:
                for (var block = from; block < to; block++)
                {
                    operation.True[block] = operation.LeftKnown[block] & ~operation.LeftTrue[block];
                }

                break;
            case RowOperationKind.Override:
                for (var block = from; block < to; block++)
                {
                    var reported = operation.RightKnown[block];
                    operation.True[block] = operation.RightTrue[block] | (operation.LeftTrue[block] & ~reported);
                    operation.Known[block] = reported | operation.LeftKnown[block];
                }

                break;
            case RowOperationKind.Compare:
                operation.Comparison.Write(operation.Known, operation.True, from, to);
                break;
            case RowOperationKind.SumBytes:
                PointsKernels.SumBytes(Sources(operation), operation.Target, operation.Cap, from, to);
                break;
            case RowOperationKind.SumShorts:
                PointsKernels.SumShorts(Sources(operation), (ushort*)operation.Target, operation.Cap, from, to);
                break;
            default:
                RunBest(operation, from, to);
                break;
        }
    }

    private ReadOnlySpan<PointsSource> Sources(in RowOperation operation) => _sources.AsSpan(operation.FirstSource, operation.SourceCount);
}
