namespace KaigoDsl.Cli;

/// <summary>Command lines worth copying, shown by <c>--help</c>; a test runs them.</summary>
internal static class CommandExamples
{
    public static string[] Of(string command) => command switch
    {
        "check" => ["kaigo check specs/r7", "kaigo check . --format json"],
        "score" => ["kaigo score", "kaigo score --by 規模", "kaigo score --data answers.csv --out results"],
        "allocate" => ["kaigo allocate", "kaigo allocate --data answers.csv --out results"],
        "certify" => ["kaigo certify results/certificate.json"],
        "explain" => ["kaigo explain --entity 017019", "kaigo explain --entity 017019 推進.Ⅰ.活動.1", "kaigo explain --entity 017019 配分.推進 --before before.csv"],
        "decide" => ["kaigo decide", "kaigo decide 支援要件 --entity 017019", "kaigo decide --spec specs/rules 所得段階 --data persons.csv"],
        "verify" => ["kaigo verify", "kaigo verify --data answers.csv"],
        "test" => ["kaigo test", "kaigo test specs/r7"],
        "sample" => ["kaigo sample --out nation.csv --seed 7", "kaigo sample --year R6 --out r6.csv"],
        "diff" => ["kaigo diff specs/r6 specs/r7 --level 市町村", "kaigo diff specs/r7 specs/r8 --format md --fail-on payee", "kaigo diff main..HEAD --data nation.csv --format html --out diff.html"],
        "equiv" => ["kaigo equiv main..HEAD -- specs/r7"],
        "canon" => ["kaigo canon specs/r7/municipality.kaigo"],
        _ => [],
    };
}
