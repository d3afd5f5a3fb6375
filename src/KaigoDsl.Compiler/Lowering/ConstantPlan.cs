using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Lowering;

/// <summary>A constant (定数) that can be overridden from the command line or from code.</summary>
/// <param name="Name">Its label.</param>
/// <param name="Identifier">Its C# name.</param>
/// <param name="Value">Its default, in base units.</param>
/// <param name="Unit">The unit it was written in, for reports.</param>
/// <param name="Assumptions">仮定 attached to it.</param>
public sealed record ConstantPlan(string Name, string Identifier, ExactNumber Value, string Unit, EquatableArray<string> Assumptions)
{
    /// <summary>Where it is declared.</summary>
    public PlanLocation Location { get; init; } = PlanLocation.None;
}
