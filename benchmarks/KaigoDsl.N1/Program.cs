using System.Globalization;
using KaigoDsl.N1;

// n1 --data DIR [--rotate PREFIX] [--seconds S]: one nation, or in turn DIR and every PREFIX1, PREFIX2, … there is.
if (args is not ["n1", ..])
{
    Console.Error.WriteLine("usage: KaigoDsl.N1 n1 --data DIR [--rotate PREFIX] [--seconds S]");
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

var nations = folders.ConvertAll(folder => new Nation(NationData.Load(folder)));
var seconds = double.Parse(Option("--seconds", "4"), CultureInfo.InvariantCulture);
Console.WriteLine(Measurement.Run(nations.Count > 1 ? "kaigo-rotating" : "kaigo", nations, seconds));
return 0;

string Option(string name, string otherwise) => Array.IndexOf(args, name) is var at and > 0 && at + 1 < args.Length ? args[at + 1] : otherwise;
