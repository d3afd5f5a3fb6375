using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Compiler.Emit;

/// <summary>What the code of some expressions must be given besides the table: scores, and tables and scores of members.</summary>
internal sealed class RuleNeeds
{
    private readonly RulesLayout _layout;
    private readonly bool _scores;
    private readonly HashSet<int> _members;

    private RuleNeeds(RulesLayout layout, bool scores, HashSet<int> members)
    {
        _layout = layout;
        _scores = scores;
        _members = members;
    }

    /// <summary>Parameters of a public method: the table, then what else is needed.</summary>
    public string Parameters => string.Join(", ", Given().Select(given => given.Type + " " + given.Name));

    /// <summary>Their types alone.</summary>
    public string ParameterTypes => string.Join(", ", Given().Select(given => given.Type));

    /// <summary>The same as arguments.</summary>
    public string Arguments => string.Join(", ", Given().Select(given => given.Name));

    /// <summary>The members needed.</summary>
    public IEnumerable<MemberLayout> Members => _layout.Members.Where(member => _members.Contains(member.Index));

    /// <summary>Whether the scores of the table are needed.</summary>
    public bool Scores => _scores;

    /// <summary>Finds what expressions need, directly or through other rules.</summary>
    public static RuleNeeds Of(RulesLayout layout, IEnumerable<ExpressionPlan> expressions)
    {
        var parts = layout.Plan.Reach(expressions).ToImmutableArray();
        return new RuleNeeds(
            layout,
            parts.Any(part => part is ScoreExpression or ItemExpression),
            new HashSet<int>(parts.OfType<AggregateExpression>().Select(aggregate => aggregate.Framework)));
    }

    /// <summary>Arguments of the constructor of the values; what is not needed is <c>null</c>.</summary>
    public string ValuesArguments(string constants)
    {
        var arguments = new List<string> { "table" };
        if (_layout.Unit.HasFramework)
        {
            arguments.Add(_scores ? "scores" : "null");
        }

        foreach (var member in _layout.Members)
        {
            var needed = _members.Contains(member.Index);
            arguments.Add(needed ? member.TableParameter : "null");
            arguments.Add(needed ? member.ScoresParameter : "null");
        }

        if (_layout.HasConstants)
        {
            arguments.Add(constants);
        }

        return string.Join(", ", arguments);
    }

    private IEnumerable<(string Type, string Name)> Given()
    {
        yield return (_layout.Table.TableType, "table");
        if (_scores)
        {
            yield return (_layout.ScoresType, "scores");
        }

        foreach (var member in Members)
        {
            yield return (member.Table.TableType, member.TableParameter);
            yield return (member.ScoresType, member.ScoresParameter);
        }
    }
}
