namespace KaigoDsl.Synthesis;

/// <summary>The fictional nation that comes with the program, used when no data is given.</summary>
public static class BuiltInNation
{
    /// <summary>What to call it where a file name is expected.</summary>
    public const string R7Name = "r7/nation.csv";

    /// <summary>What to call the prefectures above it.</summary>
    public const string R7PrefecturesName = "r7/prefectures.csv";

    /// <summary>The CSV file of the R7 municipal framework, <c>specs/r7/nation.csv</c>, as <see cref="SyntheticNation"/> makes it with <see cref="SyntheticNation.DefaultSeed"/>.</summary>
    public static Stream OpenR7() => Open(R7Name);

    /// <summary>The CSV file of the R7 prefectural framework, <c>specs/r7/prefectures.csv</c>, as <see cref="SyntheticPrefectures"/> makes it above that nation.</summary>
    public static Stream OpenR7Prefectures() => Open(R7PrefecturesName);

    private static Stream Open(string name) => typeof(BuiltInNation).Assembly.GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"The assembly has no resource {name}.");
}
