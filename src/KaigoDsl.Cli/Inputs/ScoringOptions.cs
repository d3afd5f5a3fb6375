using System.CommandLine;

namespace KaigoDsl.Cli;

/// <summary>The options of every command that scores: which specs, which framework, which data, which constants.</summary>
internal sealed class ScoringOptions
{
    public ScoringOptions(Command command, CommandOptions options)
    {
        Spec = options.Spec();
        Data = options.Data();
        Year = options.Year();
        Level = options.Level();
        Set = options.Set();
        command.Options.Add(Spec);
        command.Options.Add(Data);
        command.Options.Add(Year);
        command.Options.Add(Level);
        command.Options.Add(Set);
    }

    public Option<string[]> Spec { get; }

    public Option<string[]> Data { get; }

    public Option<string?> Year { get; }

    public Option<string?> Level { get; }

    public Option<string[]> Set { get; }
}
