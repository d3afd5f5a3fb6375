using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;
using KaigoDsl.Synthesis.Nation;
using KaigoDsl.Synthesis.Solving;

namespace KaigoDsl.Synthesis;

/// <summary>
/// Makes the table of an entity that aggregates the rows of another: the fictional 都道府県 above a fictional nation's 市町村. Answers and entered
/// points are chosen so that the nodes whose mean was published, and which rest on nothing else, have that mean; what is ranked among the prefectures
/// is left to plausible inputs and to the municipalities. Deterministic like <see cref="SyntheticNation"/>.
/// </summary>
public static class SyntheticPrefectures
{
    /// <summary>Creates the table.</summary>
    /// <param name="program">The program of both frameworks.</param>
    /// <param name="framework">Index of the framework that aggregates exactly one other.</param>
    /// <param name="members">The table of the framework aggregated.</param>
    /// <param name="seed">Which prefectures.</param>
    /// <exception cref="ArgumentException">The framework does not aggregate exactly one other, or that one has no reference to its entity.</exception>
    public static EntityTable Create(ProgramPlan program, int framework, EntityTable members, int seed = SyntheticNation.DefaultSeed)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(members);
        var plan = program.Frameworks[framework];
        var aggregate = plan.Aggregates().FirstOrDefault()
            ?? throw new ArgumentException($"`{plan.Name}` aggregates nothing.", nameof(framework));
        var draft = new NationDraft(plan, Rows(members, aggregate.LinkColumn, (ulong)seed), (ulong)seed);
        AttributeFiller.Fill(draft);
        AttributeFiller.FillUndecidedInputs(draft);
        EnteredPointsSolver.Solve(draft, program.Published.Where(block => block.Framework == framework && block.Subject is null));
        return draft.ToTable();
    }

    // A prefecture stands in the draft as if it were a municipality as large as all of its own together.
    private static ImmutableArray<Municipality> Rows(EntityTable members, int link, ulong seed)
    {
        var insured = members.Schema.IndexOf("第1号被保険者数");
        var sizes = new Dictionary<string, long>(StringComparer.Ordinal);
        for (var row = 0; row < members.Count; row++)
        {
            if (members.Texts(link)[row] is { } name)
            {
                var size = insured < 0 ? 1 : (long)members.Quantities(insured)[row].Floor();
                sizes[name] = sizes.GetValueOrDefault(name) + size;
            }
        }

        return
        [
            .. Prefecture.All.Where(p => sizes.ContainsKey(p.Name)).Select(p => new Municipality(
                p, p.Name, p.Name, (int)Math.Min(sizes[p.Name], int.MaxValue), 0, false, RandomSource.For(seed, p.Name).NextNormal())),
        ];
    }
}
