using System.Globalization;
using KaigoDsl.N1;

// n1 --data DIR [--rotate PREFIX] [--seconds S] [--threads T]: one nation, or in turn DIR and every PREFIX1, PREFIX2, … there is.
// --scoring: points alone, by generated code and then by the engine. --allocation: the allocation of the spec alone, with its certificate, once
// it has paid what the checksum holds.
if (args is not ["n1", ..])
{
    Console.Error.WriteLine("usage: KaigoDsl.N1 n1 --data DIR [--rotate PREFIX] [--seconds S] [--threads T] [--scoring | --allocation]");
    return 2;
}

var folders = new List<string> { Option("--data", "data/x1") };
if (Option("--rotate", string.Empty) is { Length: > 0 } prefix)
{
    for (var i = 1; Directory.Exists(FormattableString.Invariant($"{prefix}{i}")); i++)
    {
        folders.Add(FormattableString.Invariant($"{prefix}{i}"));
    }
}

var threads = int.Parse(Option("--threads", "1"), CultureInfo.InvariantCulture);
var seconds = double.Parse(Option("--seconds", "4"), CultureInfo.InvariantCulture);
var measurement = new Measurement(threads, seconds);
var kind = folders.Count > 1 ? "-rotating" : string.Empty;
if (args.Contains("--scoring"))
{
    var scorings = folders.ConvertAll(folder => new Scoring(NationData.Load(folder), threads));
    Console.WriteLine(measurement.Run("kaigo-scoring" + kind, scorings[0].Count, scorings.ConvertAll<Action>(scoring => scoring.RunGenerated), scorings[0].Generated));
    Console.WriteLine(measurement.Run("engine-scoring" + kind, scorings[0].Count, scorings.ConvertAll<Action>(scoring => scoring.RunEngine), scorings[0].Engine));
    return scorings.TrueForAll(scoring => scoring.Generated() == scoring.Engine()) ? 0 : 1;
}

var nations = folders.ConvertAll(folder => new Nation(NationData.Load(folder), threads));
if (args.Contains("--allocation"))
{
    if (!nations.TrueForAll(nation => nation.PaysTheSame()))
    {
        Console.Error.WriteLine("The allocation of the spec pays something else.");
        return 1;
    }

    Console.WriteLine(measurement.Run("kaigo-allocation" + kind, nations[0].Count, nations.ConvertAll<Action>(nation => nation.Allocate), nations[0].Checksum));
    return 0;
}

Console.WriteLine(measurement.Run("kaigo" + kind, nations[0].Count, nations.ConvertAll<Action>(nation => nation.Run), nations[0].Checksum));
return 0;

string Option(string name, string otherwise) => Array.IndexOf(args, name) is var at and > 0 && at + 1 < args.Length ? args[at + 1] : otherwise;
