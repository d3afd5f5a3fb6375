using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KaigoDsl.Runtime;
using KaigoDsl.Tooling.Impact;

namespace KaigoDsl.Tooling.Reports;

/// <summary>
/// Numbers in place of names: the same for the same data, whatever the specification, and in an order that nobody can compute who has not got the
/// data itself. A list of all codes alone does not lead back to them.
/// </summary>
internal static class Pseudonyms
{
    /// <summary>By entity: its pseudonym.</summary>
    public static ImmutableArray<string> Of(ImpactResult impact)
    {
        var salt = Digest(impact.Data.NewTable);
        var order = Enumerable.Range(0, impact.Entities.Length)
            .Select(i => (Index: i, Hash: Convert.ToHexString(HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes($"{impact.Entities[i].Key}\n{Place(impact, i)}")))))
            .OrderBy(static entry => entry.Hash, StringComparer.Ordinal)
            .ToArray();
        var names = new string[order.Length];
        for (var number = 0; number < order.Length; number++)
        {
            names[order[number].Index] = (number + 1).ToString("'#'0000", CultureInfo.InvariantCulture);
        }

        return [.. names];
    }

    /// <summary>Keeps entities with one key apart.</summary>
    private static int Place(ImpactResult impact, int entity) =>
        impact.Entities.Take(entity).Count(other => string.Equals(other.Key, impact.Entities[entity].Key, StringComparison.Ordinal));

    private static byte[] Digest(EntityTable table)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var column in table.Columns)
        {
            for (var row = 0; row < table.Count; row++)
            {
                hash.AppendData(Encoding.UTF8.GetBytes(Text(column, row) + "\n"));
            }
        }

        return hash.GetHashAndReset();
    }

    private static string Text(TableColumn column, int row) => column switch
    {
        TextColumn texts => texts[row] ?? string.Empty,
        QuantityColumn quantities => quantities[row].ToString(),
        AnswerColumn answers => answers[row].ToEnglish(),
        TruthColumn truths => truths[row] switch { Truth.True => "true", Truth.False => "false", _ => string.Empty },
        _ => string.Empty,
    };
}
