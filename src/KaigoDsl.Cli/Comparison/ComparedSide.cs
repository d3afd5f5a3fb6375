using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using KaigoDsl.Compiler;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Syntax;

namespace KaigoDsl.Cli;

/// <summary>One side of a comparison: files or folders, or a revision of them.</summary>
/// <param name="Name">As people call it: <c>specs/r6</c>, <c>main</c>.</param>
/// <param name="Commit">The commit; <see langword="null"/> for what lies on the disk.</param>
/// <param name="Paths">Files and folders.</param>
internal sealed record ComparedSide(string Name, string? Commit, ImmutableArray<string> Paths)
{
    /// <summary>Reads, parses and compiles; what is not sound ends the command, for a failed comparison is never "no differences".</summary>
    /// <param name="git">For revisions.</param>
    /// <param name="context">For messages.</param>
    /// <param name="program">What the files say; without any frameworks when a revision has no such files.</param>
    /// <param name="failure">What is wrong.</param>
    public bool TryLoad(GitRepository git, CliContext context, [NotNullWhen(true)] out ProgramPlan? program, [NotNullWhen(false)] out CommandFailure? failure)
    {
        program = null;
        if (!TryParse(git, context, out var trees, out failure))
        {
            return false;
        }

        var compilation = Compilation.Create(trees, Environment.ProcessorCount);
        program = compilation.Plan;
        if (program is not null)
        {
            return true;
        }

        var text = new StringBuilder();
        var errors = compilation.Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToArray();
        foreach (var diagnostic in errors)
        {
            text.Append(DiagnosticRenderer.Render(diagnostic, context.Language)).Append('\n');
        }

        failure = CommandFailure.Problems(text.Append(context.Texts.SideBroken(Name, errors.Length)).ToString());
        return false;
    }

    private bool TryParse(GitRepository git, CliContext context, out ImmutableArray<SyntaxTree> trees, [NotNullWhen(false)] out CommandFailure? failure)
    {
        if (Commit is null)
        {
            return SpecFiles.TryRead(Paths, year: null, context.Texts, out trees, out failure);
        }

        trees = [];
        if (!git.TryRead(Commit, Paths, SpecFiles.IsSpec, out var files, out failure))
        {
            return false;
        }

        var parsed = ImmutableArray.CreateBuilder<SyntaxTree>(files.Count);
        foreach (var (path, content) in files)
        {
            if (!SpecFiles.TryParse(path, content, context.Texts, out var tree, out var problem))
            {
                failure = CommandFailure.Problems($"{Name}: {problem}");
                return false;
            }

            parsed.Add(tree);
        }

        trees = parsed.ToImmutable();
        return true;
    }
}
