using System.CommandLine;
using System.Text;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Text;
using KaigoDsl.Tooling.Canon;

namespace KaigoDsl.Cli;

/// <summary><c>kaigo canon FILE</c>: a spec as a list of facts, for tools that compare line by line.</summary>
internal static class CanonCommand
{
    public static Command Create(CliContext context)
    {
        var command = new Command("canon", context.Texts.CanonDescription);
        var file = new Argument<string[]>("FILE") { Arity = ArgumentArity.ZeroOrMore, Description = context.Texts.CanonArgument };
        var orSource = new Option<bool>("--or-source") { Description = context.Texts.OrSourceOption, Arity = ArgumentArity.Zero };
        command.Arguments.Add(file);
        command.Options.Add(orSource);
        command.SetAction(result => Run(result.GetValue(file) ?? [], result.GetValue(orSource), context));
        return command;
    }

    private static int Run(string[] files, bool orSource, CliContext context)
    {
        if (files is not [var path])
        {
            return context.Fail(CommandFailure.Usage(context.Texts.OneFileNeeded));
        }

        // git hands over a temporary file of any name.
        if (!SpecFiles.TryReadFile(path, context.Texts, out var text, out var problem))
        {
            return context.Fail(File.Exists(path) ? CommandFailure.Problems(problem) : CommandFailure.Usage(context.Texts.PathMissing(path)));
        }

        var tree = SyntaxTree.Parse(SourceText.From(text, path));
        if (tree.Diagnostics.All(static diagnostic => diagnostic.Severity != DiagnosticSeverity.Error))
        {
            context.Out.Write(CanonicalSpec.Print(tree));
            return ExitCode.Fine;
        }

        if (orSource)
        {
            // Facts of a broken file could hide what changed in it; its text cannot.
            context.Out.Write($"{context.Texts.AsWritten}\n{text}");
            return ExitCode.Fine;
        }

        var errors = new StringBuilder();
        foreach (var diagnostic in tree.Diagnostics)
        {
            errors.Append(DiagnosticRenderer.Render(diagnostic, context.Language)).Append('\n');
        }

        return context.Fail(CommandFailure.Problems(errors.ToString()));
    }
}
