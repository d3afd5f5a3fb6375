using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Lowering;

/// <summary>The places that what one group of files declares has in the plan of the whole program.</summary>
/// <param name="Frameworks">Of its frameworks, in its own order of evaluation.</param>
/// <param name="Rules">Of its rules, in the order of their frameworks.</param>
/// <param name="Allocations">Of its allocations, in the order of their spills.</param>
internal sealed record GroupNumbers(EquatableArray<int> Frameworks, EquatableArray<int> Rules, EquatableArray<int> Allocations);
