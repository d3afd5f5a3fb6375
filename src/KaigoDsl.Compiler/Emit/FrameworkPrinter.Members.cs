using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Compiler.Emit;

/// <content>
/// Aggregates over members (管内): the members' table and scores come as arguments, and every different aggregate is computed once,
/// before the first step, for the members are scored already.
/// </content>
internal sealed partial class FrameworkPrinter
{
    private static string AggregateLocal(int aggregate) => "aggregate" + CSharpText.Number(aggregate + 1);

    // Other methods begin with Rank_ or Score_.
    private static string AggregateName(int aggregate) => "Aggregate_" + CSharpText.Number(aggregate + 1);

    private static string Word(AggregateFunction function) => function switch
    {
        AggregateFunction.Sum => "の合計",
        AggregateFunction.Mean => "の平均",
        AggregateFunction.Median => "の中央値",
        AggregateFunction.Maximum => "の最大",
        AggregateFunction.Minimum => "の最小",
        AggregateFunction.Count => "の件数",
        _ => "の割合",
    };

    private string MemberParameters() => string.Concat(_members.Select(member =>
        $", {member.Table.TableType} {member.TableParameter}, {member.ScoresType} {member.ScoresParameter}"));

    private string MemberArguments() => string.Concat(_members.Select(member => $", {member.TableParameter}, {member.ScoresParameter}"));

    private void MemberRemarks()
    {
        foreach (var member in _members)
        {
            var entity = CSharpText.Xml(member.Table.Plan.Entity);
            _writer.Line($"/// <remarks>管内の{entity}は先に採点しておく：<paramref name=\"{member.ScoresParameter}\"/> は <paramref name=\"{member.TableParameter}\"/> を採点した得点。</remarks>");
        }
    }

    private void CheckMembers()
    {
        foreach (var member in _members)
        {
            _writer.Line($"global::System.ArgumentNullException.ThrowIfNull({member.TableParameter});");
            _writer.Line($"global::System.ArgumentNullException.ThrowIfNull({member.ScoresParameter});");
            _writer.Open($"if ({member.ScoresParameter}.Count != {member.TableParameter}.Count)");
            _writer.Line($"throw new global::System.ArgumentException({CSharpText.Literal(member.Table.Plan.Entity + "の得点が、その表を採点したものではありません。")}, nameof({member.ScoresParameter}));");
            _writer.Close();
        }
    }

    private void Aggregates(ImmutableArray<string>.Builder calls, List<Action> bodies)
    {
        var grouped = new HashSet<string>(StringComparer.Ordinal);
        var key = _plan.Columns.First(column => column.Kind == ColumnKind.Key).Index;
        for (var i = 0; i < _layout.Aggregates.Length; i++)
        {
            var aggregate = _layout.Aggregates[i];
            var member = _members.First(candidate => candidate.Index == aggregate.Framework);
            var groups = member.Groups(aggregate.LinkColumn);
            if (grouped.Add(groups))
            {
                calls.Add($"var {groups} = {Runtime}MemberGroups.Create(table.{_table.Member(key)}, {member.TableParameter}.{member.Table.Member(aggregate.LinkColumn)});");
            }

            var arguments = $"{groups}, {member.TableParameter}, {member.ScoresParameter}.Board" + (HasConstants ? ", constants" : string.Empty);
            calls.Add($"var {AggregateLocal(i)} = {AggregateName(i)}({arguments});");
            bodies.Add(AggregateMethod(i, aggregate, member));
        }
    }

    /// <summary>Prepares the method of an aggregate: the members' values by row, then the kernel.</summary>
    private Action AggregateMethod(int index, AggregateExpression aggregate, MemberLayout member)
    {
        var locals = new LocalNames(member.Table.Plan, member.Table, node: 0, _layout);
        var value = new ExpressionPrinter(member.Scoring, locals, _literals).Print(aggregate.Value);
        var type = aggregate.Value.Type switch
        {
            ExpressionType.Truth => Runtime + "Truth",
            ExpressionType.Text => "string?",
            _ => Runtime + "Rational",
        };
        return () =>
        {
            var parameters = $"{Runtime}MemberGroups groups, {member.Table.TableType} table, {Runtime}ScoreBoard board" + (HasConstants ? $", {ConstantsType} constants" : string.Empty);
            _writer.Line($"// 管内.{CSharpText.Xml(member.Table.Plan.Entity)} {Word(aggregate.Function)}");
            _writer.Open($"private static {Runtime}Rational[] {AggregateName(index)}({parameters})");
            _writer.Line("int count = table.Count;");
            foreach (var declaration in locals.Declarations)
            {
                _writer.Line(declaration);
            }

            _writer.Line($"var values = new {type}[count];");
            _writer.Open("for (int i = 0; i < count; i++)");
            _writer.Line($"values[i] = {value};");
            _writer.Close();
            _writer.Line();
            _writer.Line($"return {Runtime}MemberAggregates.{aggregate.Function}(groups, values);");
            _writer.Close();
        };
    }
}
