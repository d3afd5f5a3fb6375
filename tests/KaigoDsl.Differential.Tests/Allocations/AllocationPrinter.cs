using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Differential.Tests.Printing;

namespace KaigoDsl.Differential.Tests.Allocations;

/// <summary>Writes a spec with its allocations, in Japanese or English keywords and with clauses in any order.</summary>
internal sealed class AllocationPrinter
{
    private readonly AllocSpec _spec;
    private readonly Style _style;
    private readonly StringBuilder _text = new();

    private AllocationPrinter(AllocSpec spec, int style)
    {
        _spec = spec;
        _style = new Style(style);
    }

    /// <param name="style">0 for plain Japanese.</param>
    public static string Print(AllocSpec spec, int style = 0) => new AllocationPrinter(spec, style).Print();

    private string Print()
    {
        Line($"{Word("対象")} 市町村 {{ {Word("鍵")} 団体コード");
        foreach (var column in _spec.Columns.Where(c => !c.IsInput))
        {
            Line($"  {column.Label} : {Type(column)}");
        }

        Line("}");
        Line($"{Word("評価体系")} 令和7年度 市町村 {{");
        foreach (var (grant, points) in AllocSpec.Grants.Zip(_spec.Points))
        {
            var items = string.Concat(points.Select((p, i) => $" {Word("項目")} {Label(i)} {Number(p, "点")}"));
            Line($"  {Word("交付金")} {grant} {{ {Word("指標")} 1 {{{items} }} }}");
        }

        Line("}");
        foreach (var decision in _spec.Decisions)
        {
            Line($"{Word("判定")} {decision.Label} 市町村 {{ {Word("該当")} (1) {Print(decision.Condition)} {Word("非該当")} }}");
        }

        foreach (var allocation in _spec.WrittenOrder.Select(i => _spec.Allocations[i]))
        {
            Print(allocation);
        }

        return _text.ToString();
    }

    private void Print(AllocModel allocation)
    {
        var budget = Yen(allocation.Budget);
        if (allocation.IsBudgetConstant)
        {
            Line($"{Word("定数")} {allocation.Label}の予算 = {budget}");
            budget = allocation.Label + "の予算";
        }

        var notes = _style.Chance(30) ? $" {Word("仮定")} 「試験」" : string.Empty;
        Line($"{Word("配分")} 令和7年度 市町村 {allocation.Label} {budget}{notes} {{");
        foreach (var column in _spec.Columns.Where(c => c.IsInput && Reads(allocation, c)))
        {
            Line($"  {Word("入力")} {column.Label} : {Type(column)}");
        }

        foreach (var (label, value) in allocation.Values)
        {
            Line($"  {Word("値")} {label} = {Print(value)}");
        }

        foreach (var (label, value, highestFirst, population) in allocation.Standings)
        {
            var among = population is null ? string.Empty : $", {Word("母集団")} {Print(population)}";
            Line($"  {Word("順位")} {label} {Print(value)}, {Word(highestFirst ? "高い順" : "低い順")}{among}");
        }

        var clauses = allocation.Gates.Select(g => $"{Word("交付要件")} {g.Decision} {Word(g.LeavesBase ? "分母から除く" : "配分残とする")}").ToList();
        if (allocation.Transition is { } transition)
        {
            clauses.Add($"{Word("激変緩和")} {Print(transition.Previous)} {transition.Share}{(transition.IsNormalised ? " " + Word("総額に合わせる") : string.Empty)}");
        }

        clauses.AddRange(AmountClauses(allocation.Roundings, allocation.Cap, allocation.Floor, allocation.Redistribution, allocation.Residue, allocation));
        foreach (var clause in _style.Shuffle(clauses))
        {
            Line("  " + clause);
        }

        foreach (var pool in allocation.Pools)
        {
            Print(pool, allocation);
        }

        Line("}");
    }

    private static bool Reads(AllocModel allocation, AllocColumn column) =>
        allocation.Expressions.SelectMany(e => e.SelfAndParts()).OfType<AllocName>().Any(n => n.Label == column.Label);

    private void Print(AllocPool pool, AllocModel allocation)
    {
        var clauses = AmountClauses(pool.Roundings, pool.Cap, pool.Floor, pool.Redistribution, pool.Residue, allocation).ToList();
        if (pool.Weight is { } weight)
        {
            clauses.Add($"{Word("按分")} {Print(weight)}");
        }

        if (pool.Rule == "均等")
        {
            var conditions = string.Join(' ', pool.Conditions.Select((c, i) => $"{Word("条件")} {Label(i)} {Print(c)}"));
            clauses.Add(Word("均等") + (conditions.Length > 0 ? $" {{ {conditions} }}" : string.Empty));
        }

        if (pool.Members is { } members)
        {
            clauses.Add($"{Word("対象")} {Print(members)}");
        }

        if (pool.Sizes is { } sizes)
        {
            clauses.Add($"{Word("規模")} {Print(sizes.Measure)} {{ {Classes(sizes)} }}");
            if (sizes.BudgetMeasure is { } measure)
            {
                clauses.Add($"{Word("規模別予算")} {Print(measure)} {Word("に比例")}");
            }
        }

        var withheld = pool.Rule == "配分しない" ? " " + Word("配分しない") : string.Empty;
        Line($"  {Word("枠")} {pool.Label} {Yen(pool.Budget)}{withheld}" + (clauses.Count > 0 ? " {" : string.Empty));
        if (clauses.Count == 0)
        {
            return;
        }

        foreach (var clause in _style.Shuffle(clauses))
        {
            Line("    " + clause);
        }

        Line("  }");
    }

    private string Classes(AllocSizes sizes)
    {
        var classes = new List<string>();
        for (var i = 0; i <= sizes.Boundaries.Length; i++)
        {
            var from = i > 0 ? $"{sizes.Boundaries[i - 1]}{Spell("人")} {Word("以上")} " : string.Empty;
            var bounds = i == sizes.Boundaries.Length
                ? i > 0 && _style.Chance(30) ? from.TrimEnd() : Word("以上")
                : (_style.Chance(30) ? from : string.Empty) + $"{sizes.Boundaries[i]}{Spell("人")} {Word("未満")}";
            var budget = sizes.Budgets.IsEmpty ? string.Empty : " " + Yen(sizes.Budgets[i]);
            classes.Add($"{Word("区分")} {Label(i)} {bounds}{budget}");
        }

        return string.Join(' ', classes);
    }

    private IEnumerable<string> AmountClauses(
        ImmutableArray<AllocRounding> roundings,
        AllocExpr? cap,
        AllocExpr? floor,
        AllocRedistribution? redistribution,
        AllocResidue? residue,
        AllocModel allocation)
    {
        foreach (var rounding in roundings)
        {
            var target = rounding.Target == "金額" && _style.Chance(50) ? string.Empty : Word(rounding.Target) + " ";
            yield return $"{Word("端数")} {target}{Unit(rounding)} {Word(rounding.Direction)}";
        }

        if (cap is not null)
        {
            yield return $"{Word("上限")} {Print(cap)}";
        }

        if (floor is not null)
        {
            yield return $"{Word("下限")} {Print(floor)}";
        }

        if (redistribution is not null)
        {
            yield return Print(redistribution);
        }

        if (residue is not null)
        {
            yield return Print(residue, allocation);
        }
    }

    // Japanese units are often glued to 未満 and 小数点以下.
    private string Unit(AllocRounding rounding)
    {
        if (rounding.Unit.StartsWith("小数点以下", StringComparison.Ordinal))
        {
            return _style.Chance(50) ? Word("小数点以下") + " " + rounding.Unit["小数点以下".Length..] : rounding.Unit;
        }

        return rounding.Unit.EndsWith('円') && _style.Chance(60) ? rounding.Unit + (_style.Chance(50) ? "未満" : " " + Word("未満")) : rounding.Unit;
    }

    private string Print(AllocRedistribution redistribution)
    {
        var options = new List<string> { redistribution.Rounds is { } rounds ? Number(rounds, "回") : Word("収束まで") };
        if (redistribution.Weight is { } weight)
        {
            options.Add(Print(weight));
        }
        else if (redistribution.IsByAmounts)
        {
            options.Add(Word("按分"));
        }

        if (redistribution.Members is { } members)
        {
            options.Add($"{Word("対象")} {Print(members)}");
        }
        else if (redistribution.IsAmongUncapped)
        {
            options.Add($"{Word("対象")} {Word("上限未満")}");
        }

        return Word("再配分") + " " + string.Join(", ", _style.Shuffle(options));
    }

    private string Print(AllocResidue residue, AllocModel allocation)
    {
        var text = Word("残余") + " " + Word(residue.Kind);
        return residue.Kind switch
        {
            "最大剰余" when residue.Key is { } key => $"{text} {Print(key)} {Word(residue.HighestFirst ? "高い順" : "低い順")}",
            "特定の団体へ" => text + " " + string.Join(", ", residue.Recipients.Select(_style.Quote)),
            "枠へ" => text + " " + allocation.Pools[residue.Pool].Label,
            "配分へ" => text + " " + Target(residue),
            _ => text,
        };
    }

    private string Target(AllocResidue residue)
    {
        var target = _spec.Allocations[residue.Allocation];
        var path = target.Label + (residue.Pool < 0 ? string.Empty : "." + target.Pools[residue.Pool].Label);
        return _style.Chance(30) ? "令和7年度.市町村." + path : path;
    }

    private string Print(AllocExpr expression) => expression switch
    {
        AllocNumber number => number.Digits + Spell(number.Unit),
        AllocName name => name.Label,
        AllocScore score => (score.Grant.Length == 0 ? string.Empty : score.Grant + ".") + Word("得点"),
        AllocBinary binary => $"{Operand(binary.Left)} {Sign(binary.Sign)} {Operand(binary.Right)}",
        AllocExtreme extreme => $"{Word(extreme.IsMaximum ? "最大" : "最小")}({Print(extreme.Left)}, {Print(extreme.Right)})",
        AllocNot not => $"{Word("否")} {Operand(not.Operand)}",
        AllocTop top => $"{(top.IsNamed ? top.Standing + " " : string.Empty)}{Word(top.FromWorst ? "下位" : "上位")} {top.Share}",
        AllocStanding standing => standing.Standing,
        _ => throw new InvalidOperationException($"{expression} has no spelling."),
    };

    private string Operand(AllocExpr expression) => expression is AllocBinary or AllocNot ? $"({Print(expression)})" : Print(expression);

    private string Sign(string sign) => SyntaxFacts.FindKeyword(sign) is null ? sign : Word(sign);

    private string Type(AllocColumn column) => column.Unit == "真偽" ? Word("真偽") : Spell(column.Unit);

    private string Yen(long yen) => yen > 0 && yen % 1000 == 0 && _style.Chance(50)
        ? Number(yen / 1000, "千円")
        : _style.Chance(20) && yen > 1 ? $"{Number(1, "円")} + {Number(yen - 1, "円")}" : Number(yen, "円");

    private string Number(long value, string unit) =>
        value.ToString(CultureInfo.InvariantCulture) + Spell(unit);

    // Words of allocations only, beside the units that frameworks are generated with.
    private string Spell(string unit) => unit switch
    {
        "位" => _style.Word("位", "rank"),
        "回" => _style.Word("回", "times"),
        _ => _style.Unit(unit),
    };

    private static string Label(int index) => "アイウエオ"[index].ToString();

    private string Word(string japanese) =>
        _style.Word(japanese, (SyntaxFacts.FindKeyword(japanese) ?? throw new InvalidOperationException($"`{japanese}` is no keyword.")).English);

    private void Line(string line) => _text.Append(line).Append(_style.LineEnd);
}
