using System.Globalization;
using KaigoDsl.Runtime;
using KaigoDsl.Specs.R8;

namespace KaigoDsl.N1;

/// <summary>A nation as the table of <c>benchmarks/specs/n1.kaigo</c>: each column found by the label it has there.</summary>
internal static class NationTable
{
    private static readonly string[] s_items = ["ア", "イ", "ウ"];

    public static MunicipalityTable Create(NationData data) => MunicipalityTable.FromTable(CreateData(data));

    public static EntityTable CreateData(NationData data) =>
        new(MunicipalityTable.Schema, data.Count, [.. MunicipalityTable.Schema.Columns.Select(column => Column(column, data))]);

    private static TableColumn Column(ColumnSchema column, NationData data) => column.Kind switch
    {
        ColumnKind.Key => TextColumn.FromValues(Texts(data.Code)),
        ColumnKind.Answer when Item(column.Name) is { } item => Answers(data, item),
        ColumnKind.Answer => TableColumn.Blank(ColumnType.Answer, data.Count),
        _ when column.Name == "都道府県" => TextColumn.FromValues(Texts(data.Prefecture)),
        _ when column.Name == "第1号被保険者数" => Quantities(data.Insured, 0, data.Count),
        _ => Input(column.Name, data),
    };

    private static string?[] Texts(int[] codes) => Array.ConvertAll(codes, code => code.ToString(CultureInfo.InvariantCulture));

    // 推進.Ⅰ.体制.取組9.イ is item 3 × 8 + 1.
    private static int? Item(string path)
    {
        var labels = path.Split('.');
        return labels[^2].StartsWith("取組", StringComparison.Ordinal)
            ? (3 * Index(labels[^2], "取組")) + Array.IndexOf(s_items, labels[^1])
            : null;
    }

    private static AnswerColumn Answers(NationData data, int item) => AnswerColumn.FromValues(
        Array.ConvertAll(data.Answers.AsSpan(item * data.Count, data.Count).ToArray(), met => met == 1 ? Answer.Met : Answer.NotMet));

    private static QuantityColumn Input(string label, NationData data)
    {
        var parts = label.Split('_');
        var isNumerator = parts[^1] == "分子";
        var (values, kind) = parts[0][..2] switch
        {
            "割合" => (isNumerator ? data.RatioNumerators : data.RatioDenominators, "割合"),
            "水準" => (isNumerator ? data.ThresholdNumerators : data.ThresholdDenominators, "水準"),
            _ when parts[1] == "今年" => (isNumerator ? data.ThisNumerators : data.ThisDenominators, "変化"),
            _ => (isNumerator ? data.LastNumerators : data.LastDenominators, "変化"),
        };
        return Quantities(values, Index(parts[0], kind) * data.Count, data.Count);
    }

    private static QuantityColumn Quantities(int[] values, int start, int count) =>
        QuantityColumn.FromMantissas(Array.ConvertAll(values.AsSpan(start, count).ToArray(), value => (long)value), 1);

    private static int Index(string label, string kind) => int.Parse(label.AsSpan(kind.Length), NumberStyles.None, CultureInfo.InvariantCulture) - 1;
}
