using System.Runtime.InteropServices;
using KaigoDsl.Compiler.Diagnostics;

namespace KaigoDsl.Cli;

/// <summary>What the process knows about who reads the output.</summary>
/// <param name="Language">The language when <c>--lang</c> does not say.</param>
/// <param name="Width">Columns of the terminal; a fixed width when the output is piped, so that it does not depend on the window.</param>
/// <param name="Color">Whether the output may be coloured.</param>
/// <param name="ShowProgress">Whether somebody watches the error stream.</param>
internal sealed partial record CliEnvironment(MessageLanguage Language, int Width, bool Color, bool ShowProgress)
{
    private const int PipedWidth = 110;
    private const int NarrowestWidth = 60;

    /// <summary>Nobody watches: no colour, no progress, a fixed width.</summary>
    public static CliEnvironment Piped(MessageLanguage language) => new(language, PipedWidth, Color: false, ShowProgress: false);

    public static CliEnvironment FromProcess()
    {
        var terminal = !Console.IsOutputRedirected;
        var dumb = Environment.GetEnvironmentVariable("TERM") is "dumb";
        return new CliEnvironment(
            FromLocale(Environment.GetEnvironmentVariable),
            terminal ? WindowWidth() : PipedWidth,
            terminal && !dumb && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
            !Console.IsErrorRedirected && !dumb);
    }

    /// <summary>
    /// Japanese when the locale's language is <c>ja</c>, otherwise English. LC_ALL goes before LC_MESSAGES before LANG, as POSIX has it; Windows
    /// sets none of them and is asked itself, because the invariant culture this tool runs in does not know.
    /// </summary>
    internal static MessageLanguage FromLocale(Func<string, string?> variable)
    {
        foreach (var category in new[] { "LC_ALL", "LC_MESSAGES", "LANG" })
        {
            if (variable(category) is { Length: > 0 } locale)
            {
                var name = locale.Split('_', '-', '.', '@')[0];
                return name.Equals("ja", StringComparison.OrdinalIgnoreCase) ? MessageLanguage.Japanese : MessageLanguage.English;
            }
        }

        return OperatingSystem.IsWindows() && (GetUserDefaultUILanguage() & PrimaryLanguageMask) == JapanesePrimaryLanguage
            ? MessageLanguage.Japanese
            : MessageLanguage.English;
    }

    private const int PrimaryLanguageMask = 0x3FF;
    private const int JapanesePrimaryLanguage = 0x11;

    private static int WindowWidth()
    {
        try
        {
            // A terminal that does not know its width says 0.
            return Console.WindowWidth is > 0 and var width ? Math.Max(NarrowestWidth, width) : PipedWidth;
        }
        catch (IOException)
        {
            return PipedWidth;
        }
    }

    [DllImport("kernel32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern ushort GetUserDefaultUILanguage();
}
