using System.CommandLine;
using KaigoDsl.Runtime;

namespace KaigoDsl.Cli;

/// <summary><c>kaigo certify FILE…</c>: does the sums of closing certificates again, from the files alone.</summary>
internal static class CertifyCommand
{
    public static Command Create(CliContext context, CommandOptions options)
    {
        var command = new Command("certify", context.Texts.CertifyDescription);
        var files = new Argument<string[]>("FILE") { Arity = ArgumentArity.OneOrMore, Description = context.Texts.CertificateArgument };
        var format = options.Format("text", "json");
        command.Arguments.Add(files);
        command.Options.Add(format);
        command.SetAction(result => Run(result.GetValue(files) ?? [], result.GetValue(format) ?? "text", context));
        return command;
    }

    private static int Run(string[] files, string format, CliContext context)
    {
        if (files.Length == 0)
        {
            return context.Fail(CommandFailure.Usage(context.Texts.CertificateMissing));
        }

        var checks = new List<(string Path, CertificateVerification Verification)>();
        foreach (var path in files)
        {
            if (!File.Exists(path))
            {
                return context.Fail(CommandFailure.Usage(context.Texts.PathMissing(path)));
            }

            try
            {
                checks.Add((path, CertificateVerifier.Verify(File.ReadAllText(path))));
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                return context.Fail(CommandFailure.Problems(context.Texts.SpecUnreadable(path, problem.Message)));
            }
        }

        context.Out.Write(format == "json" ? CertificateText.Json(checks) : CertificateText.Text(checks, context.Texts));
        return checks.TrueForAll(static check => check.Verification.Holds) ? ExitCode.Fine : ExitCode.Problems;
    }
}
