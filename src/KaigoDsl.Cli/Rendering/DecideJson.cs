using System.Text.Json;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Engine;
using KaigoDsl.Runtime;

namespace KaigoDsl.Cli;

/// <summary>Decisions as JSON; names are fixed and English, whatever the language of messages.</summary>
internal static class DecideJson
{
    public static string Render(DecidedRules decided) => JsonText.Write(writer =>
    {
        WriteHead(writer, decided);
        writer.WriteStartArray("decisions");
        foreach (var index in decided.Decisions)
        {
            writer.WriteStartObject();
            WriteDecision(writer, decided.Plan.Decisions[index]);
            writer.WriteStartArray("outcomes");
            for (var row = 0; row < decided.Evaluation.Table.Count; row++)
            {
                writer.WriteStartObject();
                writer.WriteString("code", decided.Evaluation.Table.Key(row));
                writer.WriteString("name", decided.Evaluation.Table.Name(row));
                WriteOutcome(writer, decided.Evaluation.IsMet(index, row), decided.Evaluation.DecidingClause(index, row));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    public static string Render(DecidedRules decided, int row, IEnumerable<DecisionExplanation> explanations, MessageLanguage language) =>
        JsonText.Write(writer =>
        {
            WriteHead(writer, decided);
            writer.WriteString("code", decided.Evaluation.Table.Key(row));
            writer.WriteString("name", decided.Evaluation.Table.Name(row));
            writer.WriteStartArray("decisions");
            foreach (var explanation in explanations)
            {
                writer.WriteStartObject();
                WriteDecision(writer, explanation.Decision);
                WriteOutcome(writer, explanation.Met, explanation.Deciding);
                WriteClauses(writer, explanation, language);
                WriteValues(writer, explanation);
                writer.WriteStartArray("assumptions");
                foreach (var assumption in explanation.Assumptions)
                {
                    writer.WriteStringValue(assumption);
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });

    private static void WriteHead(Utf8JsonWriter writer, DecidedRules decided)
    {
        writer.WriteString("rules", decided.Name);
        writer.WriteString("entity", decided.Plan.Entity);
    }

    private static void WriteDecision(Utf8JsonWriter writer, DecisionPlan decision)
    {
        writer.WriteString("decision", decision.Label);
        writer.WriteString("title", decision.Title);
        writer.WriteString("source", decision.Source);
    }

    private static void WriteOutcome(Utf8JsonWriter writer, Truth met, ClausePlan? clause)
    {
        writer.WriteString("outcome", met switch
        {
            Truth.True => "met",
            Truth.False => "notMet",
            _ => "unknown",
        });
        writer.WriteString("clause", clause?.Label);
        writer.WriteString("reason", clause?.Title);
    }

    private static void WriteClauses(Utf8JsonWriter writer, DecisionExplanation explanation, MessageLanguage language)
    {
        writer.WriteStartArray("clauses");
        foreach (var tested in explanation.Clauses)
        {
            writer.WriteStartObject();
            writer.WriteString("label", tested.Clause.Label);
            writer.WriteString("title", tested.Clause.Title);
            writer.WriteBoolean("decidesMet", tested.Clause.Met);
            writer.WriteString("condition", language == MessageLanguage.Japanese ? tested.Condition.Japanese : tested.Condition.English);
            writer.WriteString("result", tested.Outcome switch
            {
                ClauseOutcome.Decided => "decided",
                ClauseOutcome.Failed => "failed",
                ClauseOutcome.Unknown => "unknown",
                ClauseOutcome.Undone => "undone",
                _ => "notReached",
            });
            writer.WriteStartArray("inputs");
            foreach (var input in tested.Inputs)
            {
                writer.WriteStartObject();
                writer.WriteString("name", input.Name);
                writer.WriteString("unit", input.Unit);
                writer.WriteString("value", input.Text);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteValues(Utf8JsonWriter writer, DecisionExplanation explanation)
    {
        writer.WriteStartArray("values");
        foreach (var value in explanation.Values)
        {
            writer.WriteStartObject();
            writer.WriteString("name", value.Formula.Label);
            writer.WriteString("unit", value.Formula.Unit);
            writer.WriteString("value", value.Quantity.IsMissing ? value.Text : value.Quantity.ToString());
            writer.WriteString("expression", value.Formula.Text);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
