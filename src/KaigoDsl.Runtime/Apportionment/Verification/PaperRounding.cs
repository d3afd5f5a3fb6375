namespace KaigoDsl.Runtime;

/// <summary>A rounding as the certificate writes it.</summary>
internal sealed class PaperRounding
{
    private readonly string _mode;

    private PaperRounding(string mode, ExactFraction unit)
    {
        _mode = mode;
        Unit = unit;
    }

    public ExactFraction Unit { get; }

    public static PaperRounding? Read(Fields owner, string name, FaultList faults)
    {
        if (owner.Optional(name) is not { } fields)
        {
            return null;
        }

        var rounding = new PaperRounding(fields.Text("mode"), fields.Number("unit"));
        fields.Finish(faults);
        return rounding._mode is "down" or "up" or "halfUp" && rounding.Unit.Sign > 0
            ? rounding
            : throw new UnreadableCertificateException(fields.Place, "mode, unit");
    }

    public ExactFraction Round(ExactFraction value)
    {
        var units = value / Unit;
        var below = units.WholeBelow();
        var up = _mode switch
        {
            "down" => false,
            "up" => units > below,
            _ => (units - below) * 2 >= 1,
        };
        return (up ? below + 1 : below) * Unit;
    }

    public ExactFraction Below(ExactFraction value) => (value / Unit).WholeBelow() * Unit;

    public ExactFraction Above(ExactFraction value) => (value / Unit).WholeAbove() * Unit;
}
