using System.Collections.Immutable;
using KaigoDsl.Compiler;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Tests.Meaning;
using KaigoDsl.Compiler.Text;
using KaigoDsl.Differential.Tests.Comparison;

namespace KaigoDsl.Differential.Tests;

/// <summary>Generated specs side by side, under edits: a compilation carried on from edit to edit is the one that binds everything together anew.</summary>
public sealed class EditTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_compilation_carried_on_is_the_one_made_anew(int seed)
    {
        // Years and entities meet across the folders as they please; often that is an error, and then just as much of one.
        var specs = Enumerable.Range(20_000 + (seed * 10), 4).Select(Case.Compile)
            .SelectMany((spec, i) => spec.Text.Split("\n// A second file.\n").Select((text, j) => (Path: FormattableString.Invariant($"{i % seed}/{i}-{j}.kaigo"), Text: text)))
            .ToArray();
        var edits = new SpecEdits(specs, seed);
        var compilation = Compilation.Create([]);
        for (var step = 0; step < 40; step++)
        {
            var trees = edits.Files
                .Select(f => compilation.Trees.FirstOrDefault(t => t.Source.Path == f.Key && t.Source.Text == f.Value) ?? SyntaxTree.Parse(SourceText.From(f.Value, f.Key)))
                .ToImmutableArray();
            compilation = compilation.WithTrees(trees);
            var anew = Compilation.Link([BoundGroup.Bind(FileGroup.Together(trees))], trees);
            Assert.Equal(anew.Diagnostics.Select(d => d.ToString()), compilation.Diagnostics.Select(d => d.ToString()));
            Assert.True(Equals(anew.Plan, compilation.Plan), $"seed {seed}, step {step}");
            edits.Next();
            if (step % 4 == 3)
            {
                // One spec alone is sound.
                edits.Restore();
                foreach (var (path, _) in specs.Where(s => !s.Path.Contains("/" + (step % 3), StringComparison.Ordinal)))
                {
                    edits.Files.Remove(path);
                }
            }
        }
    }
}
