using System.Globalization;
using System.Runtime.InteropServices;

namespace KaigoDsl.N1;

/// <summary>One nation of the job, as its generator wrote it: raw little-endian columns, column after column.</summary>
internal sealed class NationData
{
    public const int Items = 120;

    public const int Checklists = 40;

    public const int Ratios = 25;

    public const int Thresholds = 10;

    public const int Changes = 5;

    private NationData(string folder)
    {
        Folder = folder;
        Count = int.Parse(File.ReadAllText(Path.Combine(folder, "n.txt")), CultureInfo.InvariantCulture);
        Code = Read("code.i32", 1);
        Prefecture = Read("pref.i32", 1);
        Insured = Read("insured.i32", 1);
        Answers = File.ReadAllBytes(Path.Combine(folder, "items.u8"));
        RatioNumerators = Read("rnum.i32", Ratios);
        RatioDenominators = Read("rden.i32", Ratios);
        ThresholdNumerators = Read("tnum.i32", Thresholds);
        ThresholdDenominators = Read("tden.i32", Thresholds);
        LastNumerators = Read("on0.i32", Changes);
        LastDenominators = Read("od0.i32", Changes);
        ThisNumerators = Read("on1.i32", Changes);
        ThisDenominators = Read("od1.i32", Changes);
    }

    public string Folder { get; }

    public int Count { get; }

    public int[] Code { get; }

    public int[] Prefecture { get; }

    public int[] Insured { get; }

    public byte[] Answers { get; }

    public int[] RatioNumerators { get; }

    public int[] RatioDenominators { get; }

    public int[] ThresholdNumerators { get; }

    public int[] ThresholdDenominators { get; }

    public int[] LastNumerators { get; }

    public int[] LastDenominators { get; }

    public int[] ThisNumerators { get; }

    public int[] ThisDenominators { get; }

    public static NationData Load(string folder) => new(folder);

    private int[] Read(string name, int columns)
    {
        var values = new int[Count * columns];
        using var file = File.OpenRead(Path.Combine(Folder, name));
        file.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }
}
