namespace KaigoDsl.Synthesis;

/// <summary>The fictional nation that comes with the program, used when no data is given.</summary>
public static class BuiltInNation
{
    /// <summary>What to call it where a file name is expected.</summary>
    public const string R7Name = "r7/nation.csv";

    /// <summary>The CSV file of the R7 municipal framework, <c>specs/r7/nation.csv</c>, as <see cref="SyntheticNation"/> makes it with <see cref="SyntheticNation.DefaultSeed"/>.</summary>
    public static Stream OpenR7() => typeof(BuiltInNation).Assembly.GetManifestResourceStream(R7Name)
        ?? throw new InvalidOperationException($"The assembly has no resource {R7Name}.");
}
