using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Compiler.Emit;

/// <content>The bodies of the scoring methods.</content>
internal sealed partial class FrameworkPrinter
{
    private const string Unknown = Runtime + "ScoreColumn.Unknown";
    private const string True = Runtime + "Truth.True";
    private const string Met = Runtime + "Answer.Met";
    private const string NotReported = Runtime + "Answer.NotReported";
    private const string Kleene = Runtime + "Kleene";

    /// <summary>Prepares the method of a ranking: its measure and population by row, then the kernel.</summary>
    private Action RankMethod(ScoringUnit unit, LocalNames locals)
    {
        var ranking = _plan.Rankings[unit.Ranking];
        var printer = new ExpressionPrinter(_layout, locals, _literals);
        var lines = new List<MappedLine> { Mapped(ranking.Location, $"measure[i] = {printer.Print(ranking.Value)};") };
        if (ranking.Population is { } population)
        {
            if (_layout.PopulationTruth(ranking.Index) >= 0)
            {
                var known = locals.Population(ranking.Index) + "[i]";
                lines.Add(Mapped(ranking.Location, $"{known} = {printer.Print(population)};"));
                lines.Add(new MappedLine(null, $"population[i] = {known} == {True};"));
            }
            else
            {
                lines.Add(Mapped(ranking.Location, $"population[i] = {IsTrue(printer.Print(population))};"));
            }
        }

        return () =>
        {
            OpenMethod(unit, locals, Runtime + "RankingResult");
            _writer.Line($"global::System.Span<{Runtime}Rational> measure = board.Measure;");
            if (ranking.Population is not null)
            {
                _writer.Line("global::System.Span<bool> population = board.Population;");
            }

            _writer.Open("for (int i = 0; i < count; i++)");
            PrintLines(lines);
            _writer.Close();
            _writer.Line();
            _writer.Line($"// {CSharpText.Xml(DocumentationPrinter.Ranking(ranking))}");
            _writer.Line($"var options = new {Runtime}RankingOptions({Runtime}RankDirection.{ranking.Direction}, {Runtime}TieRule.{ranking.Ties}, {Runtime}CountRounding.{ranking.Rounding});");
            _writer.Line($"var tiers = new {Runtime}TierOptions[]");
            _writer.Line("{");
            _writer.Indent();
            foreach (var tier in ranking.Tiers)
            {
                _writer.Line($"new {Runtime}TierOptions({Runtime}TierSide.{tier.Side}, {LiteralPool.Create(tier.Share)}),");
            }

            _writer.Outdent();
            _writer.Line("};");
            _writer.Line($"return {Runtime}Ranking.Evaluate(measure, {(ranking.Population is null ? "default" : "population")}, options, tiers);");
            _writer.Close();
        };
    }

    /// <summary>Prepares the method of an indicator: one loop over the rows, one statement or block per step.</summary>
    private Action RowMethod(ScoringUnit unit, LocalNames locals)
    {
        var printer = new ExpressionPrinter(_layout, locals, _literals);
        var lines = new List<MappedLine>();
        foreach (var step in unit.Steps)
        {
            switch (step)
            {
                case ItemStep item:
                    Item(lines, _plan.Items[item.Item], printer, locals);
                    break;
                case PointsStep points:
                    Points(lines, points, locals);
                    break;
                case SumStep sum:
                    Sum(lines, sum, locals);
                    break;
                case BestStep best:
                    Best(lines, best, locals);
                    break;
                default:
                    throw new InvalidOperationException("Unknown step " + step.GetType().Name + ".");
            }
        }

        return () =>
        {
            OpenMethod(unit, locals, "void");
            _writer.Open("for (int i = 0; i < count; i++)");
            PrintLines(lines);
            _writer.Close();
            _writer.Close();
        };
    }

    private void Item(List<MappedLine> lines, ItemPlan item, ExpressionPrinter printer, LocalNames locals)
    {
        var points = CSharpText.Number(item.Points);
        var target = locals.Slot(item.Node) + "[i]";
        var answer = item.AnswerColumn >= 0 ? locals.Column(item.AnswerColumn) + "[i]" : null;
        if (_layout.Truth(item.Index) >= 0)
        {
            // Something asks whether it is met, so the three-valued truth is kept.
            var met = TruthOf(item, answer, printer, locals);
            foreach (var prerequisite in item.Prerequisites)
            {
                met = $"{Kleene}.And({met}, {locals.Truth(prerequisite)}[i])";
            }

            var kept = locals.Truth(item.Index) + "[i]";
            lines.Add(new MappedLine(ExpressionLocation(item), $"{kept} = {met};"));
            lines.Add(new MappedLine(null, $"{target} = {kept} == {True} ? {points} : 0;"));
            return;
        }

        // Only true scores, so two values do.
        var condition = item.Condition switch
        {
            ConditionKind.Answer when answer is null => "false",
            ConditionKind.Answer => $"{answer} == {Met}",
            ConditionKind.Tier when answer is null => $"{locals.Hits(item.Index)}[i]",
            ConditionKind.Tier => $"({answer} == {NotReported} ? {locals.Hits(item.Index)}[i] : {answer} == {Met})",
            _ => IsTrue(TruthOf(item, answer, printer, locals)),
        };
        foreach (var prerequisite in item.Prerequisites)
        {
            condition += $" && {locals.Truth(prerequisite)}[i] == {True}";
        }

        lines.Add(new MappedLine(ExpressionLocation(item), $"{target} = {condition} ? {points} : 0;"));
    }

    /// <summary>Whether a truth value is true; a condition written 真 would compare a constant with itself, which C# warns about (CS1718).</summary>
    private static string IsTrue(string truth) => string.Equals(truth, True, StringComparison.Ordinal) ? "true" : truth + " == " + True;

    private static PlanLocation? ExpressionLocation(ItemPlan item) => item.Condition == ConditionKind.Expression ? item.Location : null;

    /// <summary>The truth of an item's own condition: a reported answer overrides a computed one.</summary>
    private string TruthOf(ItemPlan item, string? answer, ExpressionPrinter printer, LocalNames locals)
    {
        var reported = answer is null ? Runtime + "Truth.Unknown" : $"{Runtime}AnswerExtensions.ToTruth({answer})";
        if (item.Condition == ConditionKind.Answer)
        {
            return reported;
        }

        var computed = item.Condition == ConditionKind.Tier
            ? TierOf(item, locals)
            : printer.Print(item.Expression ?? throw new InvalidOperationException("An item's expression is missing."));
        return answer is null ? computed : $"({answer} == {NotReported} ? {computed} : {reported})";
    }

    private string TierOf(ItemPlan item, LocalNames locals)
    {
        var population = _layout.PopulationTruth(item.Ranking) >= 0 ? locals.Population(item.Ranking) + "[i]" : True;
        return $"{Runtime}TierTruth.Of({locals.Hits(item.Index)}[i], {locals.Ranking(item.Ranking)}.Standing[i], {population})";
    }

    private void Points(List<MappedLine> lines, PointsStep step, LocalNames locals)
    {
        var column = _plan.Nodes[step.Node].PointsColumn;
        lines.Add(new MappedLine(null, $"{locals.Slot(step.Node)}[i] = {Runtime}Points.FromCell({locals.Column(column)}[i]);"));
    }

    private void Sum(List<MappedLine> lines, SumStep step, LocalNames locals)
    {
        var terms = step.Sources.Select(source => locals.Slot(source) + "[i]").ToList();
        var unknown = step.Sources.Any(_layout.MayBeUnknown);
        var sum = terms.Count switch
        {
            0 => "0",
            1 => terms[0],
            _ when unknown => terms.Skip(1).Aggregate(terms[0], (total, term) => $"{Runtime}Points.Add({total}, {term})"),
            _ => $"checked({string.Join(" + ", terms)})",
        };
        if (step.Cap is { } cap)
        {
            sum = unknown ? $"{Runtime}Points.AtMost({sum}, {CSharpText.Number(cap)})" : Capped(sum, cap);
        }

        lines.Add(new MappedLine(null, $"{locals.Slot(step.Target)}[i] = {sum};"));
    }

    private string UnlessUnknown(IEnumerable<int> slots, LocalNames locals, string value)
    {
        var tests = AnyUnknown(slots, locals);
        return tests.Length == 0 ? value : $"{tests} ? {Unknown} : {value}";
    }

    private string AnyUnknown(IEnumerable<int> slots, LocalNames locals) =>
        string.Join(" || ", slots.Where(_layout.MayBeUnknown).Select(slot => $"{locals.Slot(slot)}[i] == {Unknown}"));

    private void Best(List<MappedLine> lines, BestStep step, LocalNames locals)
    {
        var target = locals.Slot(step.Target) + "[i]";
        var slots = step.Candidates.Select(candidate => candidate.Slot).ToList();
        if (!step.Books || step.Candidates.Count == 1)
        {
            // Which series it was does not matter here, only how many points it has.
            var maximum = slots.Skip(1).Aggregate(locals.Slot(slots[0]) + "[i]", (best, slot) => $"global::System.Math.Max({best}, {locals.Slot(slot)}[i])");
            lines.Add(new MappedLine(null, $"{target} = {UnlessUnknown(slots, locals, Capped(maximum, step.Cap))};"));
            return;
        }

        var unknown = AnyUnknown(slots, locals);
        if (unknown.Length > 0)
        {
            Add($"if ({unknown})");
            Add("{");
            Add($"    {target} = {Unknown};");
            Add("}");
            Add("else");
        }

        // 高い方: the best series is booked, the others are cleared.
        var ranked = step.Candidates.Any(candidate => candidate.Ranking >= 0);
        Add("{");
        Add("    int chosen = 0;");
        Add($"    int best = {locals.Slot(slots[0])}[i];");
        if (ranked)
        {
            Add($"    int standing = {Standing(step.Candidates[0])};");
            Add($"    int ranked = {Ranked(step.Candidates[0])};");
        }

        for (var c = 1; c < step.Candidates.Count; c++)
        {
            var candidate = step.Candidates[c];
            var points = locals.Slot(candidate.Slot) + "[i]";
            var tie = ranked
                ? $" || ({points} == best && {Runtime}Ranking.CompareStanding({Standing(candidate)}, {Ranked(candidate)}, standing, ranked) < 0)"
                : string.Empty;
            Add($"    if ({points} > best{tie})");
            Add("    {");
            Add($"        chosen = {CSharpText.Number(c)};");
            Add($"        best = {points};");
            if (ranked)
            {
                Add($"        standing = {Standing(candidate)};");
                Add($"        ranked = {Ranked(candidate)};");
            }

            Add("    }");
        }

        Add($"    {target} = {Capped("best", step.Cap)};");
        for (var c = 0; c < step.Candidates.Count; c++)
        {
            var candidate = step.Candidates[c];
            Add($"    if (chosen != {CSharpText.Number(c)})");
            Add("    {");
            Add($"        {locals.Slot(candidate.Slot)}[i] = 0;");
            foreach (var below in candidate.Below.Where(below => below != candidate.Slot))
            {
                Add($"        {locals.Slot(below)}[i] = 0;");
            }

            Add("    }");
        }

        Add("}");

        void Add(string text) => lines.Add(new MappedLine(null, text));

        string Standing(SeriesCandidate candidate) => candidate.Ranking < 0 ? "0" : locals.Ranking(candidate.Ranking) + ".Standing[i]";

        string Ranked(SeriesCandidate candidate) => candidate.Ranking < 0 ? "0" : locals.Ranking(candidate.Ranking) + ".N";
    }

    private static string Capped(string value, int? cap) =>
        cap is { } limit ? $"global::System.Math.Min({value}, {CSharpText.Number(limit)})" : value;
}
