namespace KaigoDsl.Runtime;

/// <summary>
/// The names of a certificate's accounts: a 枠 by its label, its 区分 behind a slash, and those of the whole with a slash in front, where no
/// label can stand.
/// </summary>
internal static class AllocationAccounts
{
    public const string Transition = "/激変緩和";
    public const string Rounding = "/端数";
    public const string Cap = "/上限";
    public const string Residue = "/残余";

    public static string Class(string pool, string sizeClass) => $"{pool}/{sizeClass}";

    public static string Redistribution(string account, int round) => $"{account}/再配分{round}";
}
