using System.Collections.Immutable;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Emit;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Generators;

/// <summary>What all <c>.kaigo</c> files of a project say together.</summary>
/// <param name="Frameworks">The frameworks to print; none when a file has an error.</param>
/// <param name="Rules">The rules to print.</param>
/// <param name="Allocations">The allocations to print.</param>
/// <param name="ShareTables">The tables of shares to print.</param>
/// <param name="Diagnostics">All problems.</param>
internal sealed record ProgramModel(
    EquatableArray<EmissionUnit> Frameworks,
    EquatableArray<RulesUnit> Rules,
    EquatableArray<AllocationUnit> Allocations,
    EquatableArray<ShareTablePlan> ShareTables,
    EquatableArray<DiagnosticModel> Diagnostics)
{
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
