using System.Collections.Immutable;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Emit;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Generators;

/// <summary>What all <c>.kaigo</c> files of a project say together. Not a value: its parts are compared, one by one.</summary>
/// <param name="frameworks">The frameworks to print; none when a file has an error.</param>
/// <param name="rules">The rules to print.</param>
/// <param name="allocations">The allocations to print.</param>
/// <param name="shareTables">The tables of shares to print.</param>
/// <param name="diagnostics">All problems.</param>
internal sealed class ProgramModel(
    EquatableArray<EmissionUnit> frameworks,
    EquatableArray<RulesUnit> rules,
    EquatableArray<AllocationUnit> allocations,
    EquatableArray<ShareTablePlan> shareTables,
    EquatableArray<DiagnosticModel> diagnostics)
{
    public EquatableArray<EmissionUnit> Frameworks { get; } = frameworks;

    public EquatableArray<RulesUnit> Rules { get; } = rules;

    public EquatableArray<AllocationUnit> Allocations { get; } = allocations;

    public EquatableArray<ShareTablePlan> ShareTables { get; } = shareTables;

    public EquatableArray<DiagnosticModel> Diagnostics { get; } = diagnostics;

    /// <summary>Keeps the frameworks whose names do not clash, and reports the others.</summary>
    public static ProgramModel Create(ProgramPlan? plan, IEnumerable<DiagnosticModel> problems, ImmutableArray<ParsedFile> files)
    {
        var frameworks = ImmutableArray.CreateBuilder<EmissionUnit>();
        var diagnostics = ImmutableArray.CreateBuilder<DiagnosticModel>();
        diagnostics.AddRange(problems);

        // File names are compared as the strictest file system would: hint names must differ in more than case.
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var unit in plan is null ? [] : EmissionUnit.OfProgram(plan))
        {
            var framework = unit.Plan;
            if (!names.Add(framework.YearCode + "." + framework.EntityIdentifier))
            {
                diagnostics.Add(DiagnosticModel.Create(Descriptors.SameGeneratedName, Locate(framework.Location, files), framework.Name, framework.EntityIdentifier));
            }
            else
            {
                frameworks.Add(unit);
            }
        }

        var rules = ImmutableArray.CreateBuilder<RulesUnit>();
        var allRules = plan is null ? [] : RulesUnit.OfProgram(plan);
        foreach (var unit in allRules)
        {
            if (unit.HasFramework ? frameworks.Any(framework => ReferenceEquals(framework.Plan, unit.Ground)) : names.Add("." + unit.Rules.EntityIdentifier))
            {
                rules.Add(unit);
            }
            else if (!unit.HasFramework)
            {
                diagnostics.Add(DiagnosticModel.Create(Descriptors.SameGeneratedName, Locate(unit.Rules.Location, files), unit.Rules.Entity, unit.Rules.EntityIdentifier));
            }
        }

        var allocations = (plan is null ? [] : AllocationUnit.OfProgram(plan, allRules))
            .Where(allocation => rules.Any(unit => ReferenceEquals(unit.Rules, allocation.Rules.Rules)))
            .ToImmutableArray();
        return new ProgramModel(frameworks.ToImmutable(), rules.ToImmutable(), allocations, plan?.ShareTables ?? ImmutableArray<ShareTablePlan>.Empty, diagnostics.ToImmutable());
    }

    private static LocationInfo Locate(PlanLocation location, ImmutableArray<ParsedFile> files)
    {
        foreach (var file in files)
        {
            if (string.Equals(file.File.Path, location.Path, StringComparison.Ordinal) && location.Line < file.Tree.Source.LineCount)
            {
                return LocationInfo.OfLine(file.Tree.Source, location.Line);
            }
        }

        return LocationInfo.None;
    }
}
