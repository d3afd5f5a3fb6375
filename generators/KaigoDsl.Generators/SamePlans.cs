using KaigoDsl.Compiler.Emit;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Generators;

/// <summary>
/// Tells quickly whether units are made of the very plans they were made of before, as those of untouched groups are. The models made from
/// units are compared by value, part by part; comparing units so as well would only repeat that, and compare what is not printed.
/// </summary>
internal sealed class SamePlans : IEqualityComparer<EmissionUnit>, IEqualityComparer<RulesUnit>, IEqualityComparer<AllocationUnit>
{
    private SamePlans()
    {
    }

    public static SamePlans Comparer { get; } = new();

    public bool Equals(EmissionUnit? x, EmissionUnit? y) =>
        ReferenceEquals(x, y) || (x is not null && y is not null && ReferenceEquals(x.Plan, y.Plan) && AreSame(x.Members, y.Members));

    // Rules without a framework have a ground made of themselves.
    public bool Equals(RulesUnit? x, RulesUnit? y) =>
        ReferenceEquals(x, y)
        || (x is not null && y is not null && ReferenceEquals(x.Rules, y.Rules) && (!x.HasFramework || ReferenceEquals(x.Ground, y.Ground))
            && AreSame(x.Members, y.Members) && x.Aggregates.Equals(y.Aggregates));

    public bool Equals(AllocationUnit? x, AllocationUnit? y) =>
        ReferenceEquals(x, y)
        || (x is not null && y is not null && ReferenceEquals(x.Plan, y.Plan) && Equals(x.Rules, y.Rules) && x.Targets.Equals(y.Targets)
            && x.Sources.Equals(y.Sources));

    public int GetHashCode(EmissionUnit obj) => StringComparer.Ordinal.GetHashCode(obj.Plan.Name);

    public int GetHashCode(RulesUnit obj) => StringComparer.Ordinal.GetHashCode(obj.Rules.Entity);

    public int GetHashCode(AllocationUnit obj) => StringComparer.Ordinal.GetHashCode(obj.Plan.Name);

    private static bool AreSame(EquatableArray<MemberFramework> left, EquatableArray<MemberFramework> right)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        for (var i = 0; i < left.Count; i++)
        {
            if (left[i].Index != right[i].Index || !ReferenceEquals(left[i].Plan, right[i].Plan))
            {
                return false;
            }
        }

        return true;
    }
}
