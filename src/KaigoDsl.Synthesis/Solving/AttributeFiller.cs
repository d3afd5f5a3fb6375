using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;
using ColumnKind = KaigoDsl.Compiler.Lowering.ColumnKind;
using ColumnType = KaigoDsl.Compiler.Lowering.ColumnType;

namespace KaigoDsl.Synthesis.Solving;

/// <summary>Fills keys, names and attributes, and at the end every input that no indicator has decided.</summary>
internal static class AttributeFiller
{
    public static void Fill(NationDraft draft)
    {
        foreach (var column in draft.Plan.Columns)
        {
            if (column.Kind is ColumnKind.Key or ColumnKind.Name or ColumnKind.Attribute)
            {
                Fill(draft, column);
                draft.Decide(column.Index);
            }
        }
    }

    public static void FillUndecidedInputs(NationDraft draft)
    {
        foreach (var column in draft.Plan.Columns)
        {
            if (column.Kind == ColumnKind.Input && !draft.IsDecided(column.Index))
            {
                Fill(draft, column);
                draft.Decide(column.Index);
            }
        }
    }

    private static void Fill(NationDraft draft, ColumnPlan column)
    {
        var random = draft.Random(column.Name);
        for (var row = 0; row < draft.Count; row++)
        {
            var municipality = draft.Municipalities[row];
            switch (column.Type)
            {
                case ColumnType.Text:
                    draft.Texts(column.Index)[row] = column.Kind switch
                    {
                        ColumnKind.Key => municipality.Code,
                        ColumnKind.Name => municipality.Name,
                        _ => column.Entity == "都道府県" || column.Name == "都道府県" ? municipality.Prefecture.Name : null,
                    };
                    break;
                case ColumnType.Enumeration:
                    draft.Texts(column.Index)[row] = column.Members[random.Next(column.Members.Count)];
                    break;
                case ColumnType.Truth:
                    var truth = column.Name.Contains("過疎", StringComparison.Ordinal) ? municipality.IsDepopulated : random.Next(2) == 0;
                    draft.Truths(column.Index)[row] = Kleene.From(truth);
                    break;
                case ColumnType.Year:
                    draft.Quantities(column.Index)[row] = Rational.FromInt64(random.Between(draft.Plan.FiscalYear - 10, draft.Plan.FiscalYear));
                    break;
                case ColumnType.Date:
                    draft.Quantities(column.Index)[row] = Rational.FromInt64(
                        (random.Between(draft.Plan.FiscalYear - 10, draft.Plan.FiscalYear) * 10_000L) + (random.Between(1, 12) * 100) + random.Between(1, 28));
                    break;
                case ColumnType.Quantity:
                    var step = TypicalInputs.Step(column);
                    draft.Quantities(column.Index)[row] = step * Rational.FromInt64(column.Name switch
                    {
                        "第1号被保険者数" => municipality.Insured,
                        _ when column.Unit == "位" => 1 + random.Next(draft.Count),
                        _ => TypicalInputs.Draw(draft, column, row, random),
                    });
                    break;
            }
        }
    }
}
