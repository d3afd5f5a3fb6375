namespace KaigoDsl.Runtime;

/// <summary>One recipient of a pool as the certificate writes it.</summary>
internal sealed record PaperRow(
    string Place,
    string Key,
    ExactFraction Weight,
    ExactFraction? Floor,
    ExactFraction? Cap,
    ExactFraction? TieKey,
    ExactFraction Quota,
    ExactFraction Moved,
    ExactFraction Amount,
    bool Withheld)
{
    public static PaperRow Read(Fields fields, FaultList faults)
    {
        var row = new PaperRow(
            fields.Place,
            fields.Text("key"),
            fields.Number("weight"),
            fields.OptionalNumber("floor"),
            fields.OptionalNumber("cap"),
            fields.OptionalNumber("tieKey"),
            fields.Number("quota"),
            fields.OptionalNumber("unitsMoved") ?? 0,
            fields.Number("amount"),
            fields.Flag("withheld", otherwise: false));
        fields.Finish(faults);
        return row;
    }

    /// <summary>The cap in whole units.</summary>
    public ExactFraction? CapIn(PaperRounding? rounding) => Cap is { } cap ? rounding?.Below(cap) ?? cap : null;

    /// <summary>The floor in whole units, not above the cap; 0 when there is none.</summary>
    public ExactFraction FloorIn(PaperRounding? rounding)
    {
        if (Floor is not { } floor)
        {
            return 0;
        }

        var whole = rounding?.Above(floor) ?? floor;
        return CapIn(rounding) is { } cap ? ExactFraction.Min(whole, cap) : whole;
    }

    /// <summary>The floor, or the level's share, or the cap.</summary>
    public ExactFraction At(ExactFraction? level, PaperRounding? rounding)
    {
        var cap = CapIn(rounding);
        if (Weight.Sign == 0)
        {
            return FloorIn(rounding);
        }

        var share = level is { } l ? ExactFraction.Max(FloorIn(rounding), l * Weight) : cap ?? FloorIn(rounding);
        return cap is { } most ? ExactFraction.Min(most, share) : share;
    }
}
