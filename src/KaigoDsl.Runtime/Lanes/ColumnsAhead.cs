using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace KaigoDsl.Runtime;

/// <summary>
/// Memory that is read or written soon, in pieces as large as a 32-bit column, and where in the work on one ranking it is fetched into the
/// cache: a few lines at a time, wherever the processor computes and the memory is idle. Fetching changes no result.
/// </summary>
internal unsafe struct ColumnsAhead
{
    /// <summary>How many pieces there can be.</summary>
    public const int Most = 5;

    /// <summary>Lines of a block of a 32-bit column.</summary>
    private const int LinesOfBlock = RowBlocks.Rows * sizeof(int) / PinnedMemory.Alignment;

    /// <summary>A seventh of a block of a column.</summary>
    private const int BytesOfPass = RowBlocks.Rows * sizeof(int) / 7;

    /// <summary>Of larger tables, what is fetched now would be gone again by then.</summary>
    private const int MostBlocks = 64;

    private const int BesideKeysPlace = 0;
    private const int BesideLevelsPlace = 1;
    private const int BesideFineKeysPlace = 2;
    private const int BesideHitsPlace = 3;
    private const int BesideListsPlace = 4;

    private Places _places;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Whether fetching ahead pays for a table of so many blocks.</summary>
    public static bool Pays(int blocks) => blocks <= MostBlocks && Sse.IsSupported;

    /// <summary>How far a piece reaches.</summary>
    public static long Length(int blocks) => (long)blocks * LinesOfBlock * PinnedMemory.Alignment;

    /// <summary>Adds a piece; one too many is left to be fetched when it is needed.</summary>
    public void Add(void* start)
    {
        if (start != null && Count < Most)
        {
            _places[Count++] = (nint)start;
        }
    }

    /// <summary>Adds the columns of a measure.</summary>
    public void Add(in MeasureSource source)
    {
        Add(source.A);
        Add(source.B);
        Add(source.C);
        Add(source.D);
    }

    /// <summary>Fetches a block's share while keys are divided.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void BesideKeys(int block) => Fetch(BesideKeysPlace, block);

    /// <summary>Fetches a block's share while fine keys are written.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void BesideFineKeys(int block) => Fetch(BesideFineKeysPlace, block);

    /// <summary>Fetches a block's share while hits are written.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void BesideHits(int block) => Fetch(BesideHitsPlace, block);

    /// <summary>What is fetched in one of seven passes over the fine keys.</summary>
    /// <param name="pass">The pass, from 0.</param>
    /// <param name="blocks">Blocks of 64 rows.</param>
    /// <param name="present">Memory that is in the cache, named where nothing is to be fetched.</param>
    /// <param name="step">How far to go from block to block.</param>
    public readonly byte* BesideLevels(int pass, int blocks, byte* present, out int step) => Share(BesideLevelsPlace, pass, BytesOfPass, blocks, present, out step);

    /// <summary>What is fetched while rows in doubt are listed, for one of four cut-offs.</summary>
    /// <param name="turn">Which of them, from 0.</param>
    /// <param name="blocks">Blocks of 64 rows.</param>
    /// <param name="present">Memory that is in the cache, named where nothing is to be fetched.</param>
    /// <param name="step">How far to go from block to block.</param>
    public readonly byte* BesideLists(int turn, int blocks, byte* present, out int step) => Share(BesideListsPlace, turn, PinnedMemory.Alignment, blocks, present, out step);

    private readonly byte* Share(int place, int turn, int bytes, int blocks, byte* present, out int step)
    {
        var start = (byte*)_places[place];
        step = start == null ? 0 : bytes;
        return start == null ? present : start + (turn * blocks * bytes);
    }

    /// <summary>Fetches a line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Fetch(void* line)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(line);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Fetch(int place, int block)
    {
        var start = (byte*)_places[place];
        if (start == null)
        {
            return;
        }

        start += (long)block * LinesOfBlock * PinnedMemory.Alignment;
        Fetch(start);
        Fetch(start + PinnedMemory.Alignment);
        Fetch(start + (2 * PinnedMemory.Alignment));
        Fetch(start + (3 * PinnedMemory.Alignment));
    }

    [InlineArray(Most)]
    private struct Places
    {
        private nint _first;
    }
}
