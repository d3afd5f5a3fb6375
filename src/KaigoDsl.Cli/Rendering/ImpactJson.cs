using System.Text.Json;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Runtime;
using KaigoDsl.Tooling.Reports;

namespace KaigoDsl.Cli;

/// <summary>The impact in <c>kaigo diff --format json</c>; fractions as text (<c>-5/3</c>), as no number of JSON holds them.</summary>
internal static class ImpactJson
{
    public static void Write(Utf8JsonWriter writer, ImpactSummary impact, MessageLanguage language)
    {
        writer.WriteStartObject();
        writer.WriteString("framework", impact.Heading.In(language));
        writer.WriteString("headline", impact.Headline.In(language));
        writer.WriteBoolean("anonymous", impact.IsAnonymous);
        writer.WriteNumber("compared", impact.Compared);
        writer.WriteNumber("gains", impact.Gains);
        writer.WriteNumber("losses", impact.Losses);
        writer.WriteNumber("total", impact.Total);
        WriteMoney(writer, impact.Money, language);
        Array(writer, "factors", impact.Factors, factor =>
        {
            writer.WriteString("kind", DiffJson.NameOf(factor.Kind));
            writer.WriteString("code", factor.Code);
            writer.WriteString("text", factor.Text.In(language));
            writer.WriteNumber("gains", factor.Gains);
            writer.WriteNumber("losses", factor.Losses);
            writer.WriteString("total", factor.Total.ToString());
            writer.WriteNumber("yenGains", factor.YenGains);
            writer.WriteNumber("yenLosses", factor.YenLosses);
            WriteExact(writer, "yenTotal", factor.YenTotal);
        });
        WriteTexts(writer, "withoutEffect", impact.WithoutEffect, language);
        WriteTexts(writer, "uncomputed", impact.Uncomputed, language);
        Array(writer, "entities", impact.Entities, entity => WriteEntity(writer, entity));
        Array(writer, "groupings", impact.Groupings, grouping =>
        {
            writer.WriteString("name", grouping.Name);
            Array(writer, "groups", grouping.Groups, group => WriteGroup(writer, group));
        });
        Array(writer, "distribution", impact.Distribution, bin =>
        {
            writer.WriteNumber("from", bin.From);
            writer.WriteNumber("to", bin.To);
            writer.WriteNumber("count", bin.Count);
        });
        Array(writer, "omitted", impact.Omitted, node =>
        {
            writer.WriteString("side", node.IsOld ? "old" : "new");
            writer.WriteString("path", node.Path);
            writer.WriteNumberOrNull("fullMark", node.FullMark);
        });
        Array(writer, "crossed", impact.Crossed, crossing =>
        {
            writer.WriteString("data", crossing.IsOldData ? "old" : "new");
            writer.WriteNumber("count", crossing.Count);
            WriteExact(writer, "ownMean", crossing.OwnMean);
            WriteExact(writer, "crossedMean", crossing.CrossedMean);
            writer.WriteNumber("gains", crossing.Gains);
            writer.WriteNumber("losses", crossing.Losses);
            writer.WriteNumber("omitted", crossing.Omitted);
        });
        writer.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IEnumerable<LocalizedText> texts, MessageLanguage language)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(text.In(language));
        }

        writer.WriteEndArray();
    }

    private static void WriteMoney(Utf8JsonWriter writer, SummaryMoney? money, MessageLanguage language)
    {
        if (money is null)
        {
            writer.WriteNull("money");
            return;
        }

        writer.WriteStartObject("money");
        writer.WriteNumber("compared", money.Compared);
        writer.WriteNumber("gains", money.Gains);
        writer.WriteNumber("losses", money.Losses);
        WriteExact(writer, "total", money.Total);
        Array(writer, "allocations", money.Allocations, allocation =>
        {
            writer.WriteString("name", allocation.Name);
            writer.WriteString("title", allocation.Title);
            WriteExact(writer, "oldTotal", allocation.OldTotal);
            WriteExact(writer, "newTotal", allocation.NewTotal);
            writer.WriteNumber("gains", allocation.Gains);
            writer.WriteNumber("losses", allocation.Losses);
            writer.WriteString("note", allocation.Note?.In(language));
        });
        writer.WriteEndObject();
    }

    private static void WriteEntity(Utf8JsonWriter writer, SummaryEntity entity)
    {
        writer.WriteString("key", entity.Key);
        writer.WriteString("name", entity.Name);
        writer.WriteString("owner", entity.Owner);
        writer.WriteNumberOrNull("oldPoints", entity.OldPoints);
        writer.WriteNumberOrNull("newPoints", entity.NewPoints);
        writer.WriteNumberOrNull("difference", entity.Difference);
        writer.WriteNumberOrNull("oldRank", entity.OldRank == 0 ? null : entity.OldRank);
        writer.WriteNumberOrNull("newRank", entity.NewRank == 0 ? null : entity.NewRank);
        Array(writer, "parts", entity.Parts, part =>
        {
            writer.WriteNumber("factor", part.Factor);
            writer.WriteString("points", part.Points.ToString());
        });
        WriteExact(writer, "oldYen", entity.OldYen);
        WriteExact(writer, "newYen", entity.NewYen);
        WriteExact(writer, "yenDifference", entity.YenDifference);
        Array(writer, "yenParts", entity.YenParts, part =>
        {
            writer.WriteNumber("factor", part.Factor);
            writer.WriteString("yen", part.Yen.ToString());
        });
    }

    private static void WriteGroup(Utf8JsonWriter writer, SummaryGroup group)
    {
        writer.WriteString("label", group.Label);
        writer.WriteBoolean("withheld", group.IsSuppressed);
        writer.WriteNumberOrNull("count", group.IsSuppressed ? null : group.Count);
        writer.WriteNumberOrNull("gains", group.IsSuppressed ? null : group.Gains);
        writer.WriteNumberOrNull("losses", group.IsSuppressed ? null : group.Losses);
        WriteExact(writer, "mean", group.Mean);
        writer.WriteNumberOrNull("yenGains", group.IsSuppressed ? null : group.YenGains);
        writer.WriteNumberOrNull("yenLosses", group.IsSuppressed ? null : group.YenLosses);
        WriteExact(writer, "yenTotal", group.YenTotal);
    }

    private static void WriteExact(Utf8JsonWriter writer, string name, Rational value) => writer.WriteString(name, value.IsMissing ? null : value.ToString());

    private static void Array<T>(Utf8JsonWriter writer, string name, IEnumerable<T> values, Action<T> write)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteStartObject();
            write(value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
