using System.Text;

namespace KaigoDsl.Differential.Tests.Rules;

/// <summary>Rules as a file of the language, fully bracketed.</summary>
internal static class RulePrinter
{
    public static string Print(RuleSpec spec)
    {
        var text = new StringBuilder("対象 物 {\n  鍵 番号\n");
        for (var i = 0; i < spec.Units.Length; i++)
        {
            if (spec.IsAttribute[i])
            {
                text.Append("  ").Append(RuleSpec.ColumnName(i)).Append(" : ").Append(spec.Units[i]).Append('\n');
            }
        }

        text.Append("}\n");
        foreach (var steps in spec.Steps)
        {
            text.Append("段階 ").Append(steps.Name).Append(" : 円 → 割合 {\n");
            foreach (var (below, included, value) in steps.Rows)
            {
                text.Append("  ").Append(below).Append('円').Append(included ? "以下 " : "未満 ").Append(value).Append('\n');
            }

            text.Append("  以上 ").Append(steps.Last).Append("\n}\n");
        }

        foreach (var shares in spec.Shares)
        {
            text.Append("割合表 ").Append(shares.Name).Append(" { ")
                .AppendJoin("  ", shares.Shares.Select(share => $"{share.Label} {share.Percent}%")).Append(" }\n");
        }

        foreach (var decision in spec.Decisions)
        {
            text.Append("判定 ").Append(decision.Name).Append(" 物 {\n");
            Inputs(text, spec, decision.Values.Select(v => v.Value)
                .Concat(decision.Standings.SelectMany(s => s.Population is null ? [s.Value] : new[] { s.Value, s.Population }))
                .Concat(decision.Clauses.Select(c => c.Condition).OfType<RuleExpr>()));
            foreach (var value in decision.Values)
            {
                text.Append("  値 ").Append(value.Name).Append(" : ").Append(value.Unit).Append(" = ").Append(Expression(value.Value)).Append('\n');
            }

            foreach (var standing in decision.Standings)
            {
                text.Append("  順位 ").Append(standing.Name).Append(' ').Append(Expression(standing.Value)).Append(standing.HighestFirst ? ", 高い順" : ", 低い順");
                text.Append(standing.Population is null ? "\n" : $", 母集団 {Expression(standing.Population)}\n");
            }

            foreach (var clause in decision.Clauses)
            {
                text.Append(clause.Met ? "  該当 " : "  非該当 ").Append(clause.Label.Length == 0 ? string.Empty : $"({clause.Label}) ").Append("「理由」 ")
                    .Append(clause.Condition is null ? string.Empty : Expression(clause.Condition)).Append('\n');
            }

            text.Append("}\n");
        }

        foreach (var formula in spec.Formulas)
        {
            text.Append("算式 ").Append(formula.Name).Append(" 物 : ").Append(formula.Unit).Append(" {\n");
            Inputs(text, spec, [formula.Value]);
            text.Append("  = ").Append(Expression(formula.Value)).Append("\n}\n");
        }

        return text.ToString();
    }

    private static void Inputs(StringBuilder text, RuleSpec spec, IEnumerable<RuleExpr> expressions)
    {
        foreach (var column in expressions.SelectMany(Parts).OfType<Cell>().Select(cell => cell.Column).Distinct().Where(column => !spec.IsAttribute[column]))
        {
            text.Append("  入力 ").Append(RuleSpec.ColumnName(column)).Append(" : ").Append(spec.Units[column]).Append('\n');
        }
    }

    public static IEnumerable<RuleExpr> Parts(RuleExpr expression)
    {
        IEnumerable<RuleExpr> inside = expression switch
        {
            Lookup lookup => [lookup.Argument],
            Both both => [both.Left, both.Right],
            Negation negation => [negation.Operand],
            Apply apply => [apply.First, apply.Second],
            Choice choice => [choice.Condition, choice.WhenTrue, choice.WhenFalse],
            _ => [],
        };
        return inside.SelectMany(Parts).Prepend(expression);
    }

    private static string Expression(RuleExpr expression) => expression switch
    {
        Literal literal => literal.Digits + literal.Unit,
        Cell cell => RuleSpec.ColumnName(cell.Column),
        Read read => read.Rule,
        ClauseIs clause => $"({clause.Decision}.区分 {(clause.Negated ? "≠" : "=")} {(clause.Label.Length == 0 ? "「」" : clause.Label)})",
        Share share => $"{share.Table}.{share.Label}",
        Lookup lookup => $"{lookup.Table}({Expression(lookup.Argument)})",
        Place { Sort: PlaceSort.Standing } place => place.Standing,
        Place { Sort: PlaceSort.Count } place => place.Standing + ".団体数",
        Place place => $"({place.Standing} {(place.Sort == PlaceSort.Top ? "上位" : "下位")}{place.Share})",
        Both both => $"({Expression(both.Left)} {both.Operator} {Expression(both.Right)})",
        Negation negation => $"(否 {Expression(negation.Operand)})",
        Apply apply => $"{apply.Function}({Expression(apply.First)}, {Expression(apply.Second)})",
        Choice choice => $"({Expression(choice.Condition)} ならば {Expression(choice.WhenTrue)} でなければ {Expression(choice.WhenFalse)})",
        _ => throw new InvalidOperationException(expression.GetType().Name),
    };
}
