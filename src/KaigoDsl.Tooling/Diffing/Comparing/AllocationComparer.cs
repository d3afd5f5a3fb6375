using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Tooling.Diffing;

/// <summary>配分 and their 枠.</summary>
internal static class AllocationComparer
{
    /// <summary>Compares the allocations that stand on two rules.</summary>
    public static void Compare(RulesComparison c, int oldRules, int newRules)
    {
        var old = Of(c.OldProgram, oldRules);
        var current = Of(c.NewProgram, newRules);
        foreach (var (before, after) in RulesComparison.ByName(old, current, static a => a.Label))
        {
            if (before is not null && after is not null)
            {
                Compare(c, before, after);
            }
            else if ((after ?? before) is { } shown)
            {
                c.Add(
                    before is null ? ChangeKinds.AllocationAdded : ChangeKinds.AllocationRemoved,
                    shown.Name,
                    shown.Title,
                    before is null ? null : RulesComparison.Money(before.Budget, c.PrintOld),
                    after is null ? null : RulesComparison.Money(after.Budget, c.PrintNew),
                    before?.Location,
                    after?.Location);
            }
        }
    }

    private static EquatableArray<AllocationPlan> Of(ProgramPlan program, int rules) =>
        System.Collections.Immutable.ImmutableArray.CreateRange(program.Allocations.Where(a => rules >= 0 && a.Rules == rules));

    private static void Compare(RulesComparison c, AllocationPlan old, AllocationPlan current)
    {
        var scope = new Scope(c, current.Name, current.Title, old.Location, current.Location);
        scope.Money(ChangeKinds.BudgetChanged, old.Budget, current.Budget);
        scope.Text(ChangeKinds.GatesChanged, Gates(c.Old, old.Gates), Gates(c.New, current.Gates));
        scope.Text(ChangeKinds.AllocationRoundingChanged, Roundings(old.Roundings), Roundings(current.Roundings));
        scope.Money(ChangeKinds.AllocationCapChanged, old.Cap, current.Cap);
        scope.Money(ChangeKinds.AllocationFloorChanged, old.Floor, current.Floor);
        scope.Redistribution(old.Redistribution, current.Redistribution);
        scope.Residue(old, old.Residue, current, current.Residue);
        Transition(scope, old.Transition, current.Transition);
        c.CompareNotes(current.Name, (old.Title, old.Source, old.Assumptions, old.Location), (current.Title, current.Source, current.Assumptions, current.Location));
        foreach (var (before, after) in RulesComparison.ByName(old.Pools, current.Pools, static pool => pool.Label))
        {
            if (before is not null && after is not null)
            {
                Compare(c, old, before, current, after);
            }
            else if ((after ?? before) is { } shown)
            {
                c.Add(
                    before is null ? ChangeKinds.PoolAdded : ChangeKinds.PoolRemoved,
                    $"{current.Name}.{shown.Label}",
                    shown.Title,
                    before is null ? null : RulesComparison.Money(before.Budget, c.PrintOld),
                    after is null ? null : RulesComparison.Money(after.Budget, c.PrintNew),
                    before?.Location,
                    after?.Location);
            }
        }
    }

    private static void Compare(RulesComparison c, AllocationPlan oldAllocation, PoolPlan old, AllocationPlan newAllocation, PoolPlan current)
    {
        var scope = new Scope(c, $"{newAllocation.Name}.{current.Label}", current.Title, old.Location, current.Location);
        scope.Money(ChangeKinds.PoolBudgetChanged, old.Budget, current.Budget);
        scope.Text(ChangeKinds.PoolRuleChanged, Rule(old.Rule), Rule(current.Rule));
        scope.Expression(ChangeKinds.WeightChanged, old.Weight, current.Weight);

        // Each condition met is one share, in whatever order they are written.
        var (before, after) = (old.Conditions.OrderBy(static x => x.Label, StringComparer.Ordinal).ToArray(), current.Conditions.OrderBy(static x => x.Label, StringComparer.Ordinal).ToArray());
        if (!c.Same(before.Select(static x => x.Condition), after.Select(static x => x.Condition)))
        {
            scope.Add(
                ChangeKinds.EqualConditionsChanged,
                DiffTexts.Join("; ", before.Select(x => c.PrintOld(x.Condition))),
                DiffTexts.Join("; ", after.Select(x => c.PrintNew(x.Condition))));
        }

        scope.Expression(ChangeKinds.MembersChanged, old.Members, current.Members);
        Classes(scope, c, old.Classes, current.Classes);
        scope.Money(ChangeKinds.AllocationCapChanged, old.Cap, current.Cap);
        scope.Money(ChangeKinds.AllocationFloorChanged, old.Floor, current.Floor);
        scope.Redistribution(old.Redistribution, current.Redistribution);
        scope.Residue(oldAllocation, old.Residue, newAllocation, current.Residue);

        // What the allocation says for all its pools is told there.
        var (oldOwn, newOwn) = (old.Roundings.Where(r => !oldAllocation.Roundings.Contains(r)), current.Roundings.Where(r => !newAllocation.Roundings.Contains(r)));
        scope.Text(ChangeKinds.AllocationRoundingChanged, Roundings(oldOwn), Roundings(newOwn));
        c.CompareNotes(
            $"{newAllocation.Name}.{current.Label}",
            (old.Title, old.Source, old.Assumptions.Concat(old.Conditions.SelectMany(static x => x.Assumptions)), old.Location),
            (current.Title, current.Source, current.Assumptions.Concat(current.Conditions.SelectMany(static x => x.Assumptions)), current.Location));
    }

    private static void Classes(Scope scope, RulesComparison c, SizeClassesPlan? old, SizeClassesPlan? current)
    {
        var sameLines = old is not null && current is not null && c.Same(old.Measure, current.Measure)
            && old.Classes.Select(static x => (x.Label, x.Below)).SequenceEqual(current.Classes.Select(static x => (x.Label, x.Below)));
        if (!sameLines && (old is not null || current is not null))
        {
            scope.Add(ChangeKinds.ClassesChanged, Lines(old, c.PrintOld), Lines(current, c.PrintNew));
        }

        if (old is null || current is null)
        {
            return;
        }

        if (!c.Same(old.BudgetMeasure, current.BudgetMeasure))
        {
            scope.Add(ChangeKinds.ClassBudgetChanged, c.PrintOld(old.BudgetMeasure), c.PrintNew(current.BudgetMeasure));
        }

        foreach (var (before, after) in RulesComparison.ByName(old.Classes, current.Classes, static x => x.Label))
        {
            if (before is not null && after is not null && !c.Same(before.Budget, after.Budget))
            {
                scope.In(after.Label).Money(ChangeKinds.ClassBudgetChanged, before.Budget, after.Budget);
            }
        }

        static LocalizedText Lines(SizeClassesPlan? classes, Func<ExpressionPlan?, LocalizedText> print) => classes is null
            ? DiffTexts.None
            : DiffTexts.Join(" ", [print(classes.Measure), .. classes.Classes.Select(static x => x.Below is { } below
                ? new LocalizedText($"{x.Label}:{DiffTexts.Number(below)}未満", $"{x.Label}:<{DiffTexts.Number(below)}")
                : new LocalizedText($"{x.Label}:以上", $"{x.Label}:rest"))]);
    }

    private static void Transition(Scope scope, TransitionPlan? old, TransitionPlan? current)
    {
        var same = (old is null && current is null)
            || (old is not null && current is not null && old.Normalised == current.Normalised
                && scope.Comparison.Same([old.Previous, old.Share], [current.Previous, current.Share]));
        if (!same)
        {
            scope.Add(ChangeKinds.TransitionChanged, Describe(old, scope.Comparison.PrintOld), Describe(current, scope.Comparison.PrintNew));
        }

        static LocalizedText Describe(TransitionPlan? transition, Func<ExpressionPlan?, LocalizedText> print) => transition is null
            ? DiffTexts.None
            : DiffTexts.Join(" ", transition.Normalised
                ? [print(transition.Previous), print(transition.Share), new("総額に合わせる", "normalised")]
                : [print(transition.Previous), print(transition.Share)]);
    }

    private static LocalizedText Gates(RulesPlan rules, EquatableArray<GatePlan> gates) => gates.Count == 0 ? DiffTexts.None : DiffTexts.Join(", ", gates
        .OrderBy(gate => rules.Decisions[gate.Decision].Label, StringComparer.Ordinal)
        .Select(gate => DiffTexts.Join(" ", [
            DiffTexts.Plain(rules.Decisions[gate.Decision].Label),
            gate.Effect == GateEffect.LeaveBase ? new("分母から除く", "out of the base") : new("配分残とする", "left unpaid"),
        ])));

    private static LocalizedText Roundings(IEnumerable<AllocationRounding> roundings)
    {
        var list = roundings.OrderBy(static r => r.Target).ToArray();
        return list.Length == 0 ? DiffTexts.None : DiffTexts.Join(", ", list.Select(static rounding =>
        {
            var target = rounding.Target switch
            {
                RoundingTarget.Amount => new LocalizedText("金額", "amount"),
                RoundingTarget.Share => new("按分率", "share"),
                RoundingTarget.ClassBudget => new("規模別予算", "class budget"),
                _ => new("合計", "total"),
            };
            var direction = DiffTexts.Word(rounding.Direction switch
            {
                RoundingDirection.Down => SyntaxKind.RoundDownKeyword,
                RoundingDirection.Up => SyntaxKind.RoundUpKeyword,
                _ => SyntaxKind.RoundNearestKeyword,
            });
            return DiffTexts.Join(" ", [target, DiffTexts.Plain(DiffTexts.Number(rounding.Unit)), direction]);
        }));
    }

    private static LocalizedText Rule(PoolRule rule) => rule switch
    {
        PoolRule.Proportional => new("按分", "in proportion"),
        PoolRule.Equal => new("均等", "in equal shares"),
        _ => new("配分しない", "not paid out"),
    };

    /// <summary>One allocation or pool under comparison.</summary>
    private sealed record Scope(RulesComparison Comparison, string Name, string? Title, PlanLocation OldLocation, PlanLocation NewLocation)
    {
        public Scope In(string part) => this with { Name = $"{Name}.{part}" };

        public void Add(ChangeKind kind, LocalizedText old, LocalizedText current) => Comparison.Add(kind, Name, Title, old, current, OldLocation, NewLocation);

        public void Text(ChangeKind kind, LocalizedText old, LocalizedText current)
        {
            if (old != current)
            {
                Add(kind, old, current);
            }
        }

        public void Expression(ChangeKind kind, ExpressionPlan? old, ExpressionPlan? current)
        {
            if (!Comparison.Same(old, current))
            {
                Add(kind, Comparison.PrintOld(old), Comparison.PrintNew(current));
            }
        }

        /// <summary>An amount; where both are plain numbers the difference is told as well.</summary>
        public void Money(ChangeKind kind, ExpressionPlan? old, ExpressionPlan? current)
        {
            if (Comparison.Same(old, current))
            {
                return;
            }

            var (before, after) = (RulesComparison.Money(old, Comparison.PrintOld), RulesComparison.Money(current, Comparison.PrintNew));
            if (old is NumberExpression a && current is NumberExpression b)
            {
                var difference = DiffTexts.Yen(b.Value - a.Value);
                var sign = b.Value.CompareTo(a.Value) > 0 ? "+" : string.Empty;
                after = new($"{after.Japanese}（{sign}{difference.Japanese}）", $"{after.English} ({sign}{difference.English})");
            }

            Add(kind, before, after);
        }

        public void Redistribution(RedistributionPlan? old, RedistributionPlan? current)
        {
            var same = (old is null && current is null)
                || (old is not null && current is not null && old.Rounds == current.Rounds && Comparison.Same([old.Weight, old.Members], [current.Weight, current.Members]));
            if (!same)
            {
                Add(ChangeKinds.RedistributionChanged, Describe(old, Comparison.PrintOld), Describe(current, Comparison.PrintNew));
            }

            static LocalizedText Describe(RedistributionPlan? plan, Func<ExpressionPlan?, LocalizedText> print) => plan is null
                ? DiffTexts.None
                : DiffTexts.Join(" ", [
                    plan.Weight is null ? new("案", "proposed amounts") : print(plan.Weight),
                    plan.Rounds is { } rounds ? new($"{rounds}回", $"{rounds} rounds") : new("収束まで", "until it settles"),
                    plan.Members is null ? new("上限未満", "below the cap") : print(plan.Members),
                ]);
        }

        public void Residue(AllocationPlan oldAllocation, ResiduePlan? old, AllocationPlan newAllocation, ResiduePlan? current)
        {
            var (before, after) = (
                Describe(Comparison.OldProgram, oldAllocation, old, Comparison.PrintOld), Describe(Comparison.NewProgram, newAllocation, current, Comparison.PrintNew));

            // The key is compared as an expression, everything else by its words.
            if (!Comparison.Same(old?.Key, current?.Key) || before.WithoutKey != after.WithoutKey)
            {
                Add(ChangeKinds.ResidueChanged, before.Text, after.Text);
            }

            static (LocalizedText Text, LocalizedText WithoutKey) Describe(
                ProgramPlan program, AllocationPlan allocation, ResiduePlan? plan, Func<ExpressionPlan?, LocalizedText> print)
            {
                if (plan is null)
                {
                    var whole = new LocalizedText("全体の残余へ", "into the residue of the whole");
                    return (whole, whole);
                }

                var target = plan.Allocation < 0 ? allocation : program.Allocations[plan.Allocation];
                var where = (plan.Allocation < 0 ? string.Empty : target.Label) + (plan.Pool < 0 ? string.Empty : "." + target.Pools[plan.Pool].Label);
                LocalizedText kind = plan.Kind switch
                {
                    ResidueKind.Report => new("報告", "reported"),
                    ResidueKind.LargestRemainder => new("最大剰余", "largest remainder"),
                    ResidueKind.CarryForward => new("翌回へ繰越", "carried forward"),
                    ResidueKind.Recipients => new($"特定の団体へ {string.Join(", ", plan.Recipients)}", $"to {string.Join(", ", plan.Recipients)}"),
                    _ => new($"配分へ {where}", $"into {where}"),
                };
                var withoutKey = plan.Key is null ? kind : DiffTexts.Join(" ", [kind, DiffTexts.Direction(plan.KeyDirection)]);
                return (plan.Key is null ? kind : DiffTexts.Join(" ", [kind, print(plan.Key), DiffTexts.Direction(plan.KeyDirection)]), withoutKey);
            }
        }
    }
}
