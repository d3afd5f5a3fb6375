using System.Globalization;
using KaigoDsl.Runtime.Tests.Kernels;

Console.WriteLine(Program.Results(int.Parse(args[0], CultureInfo.InvariantCulture)));

/// <summary>Run as a process of its own, with vectors switched off: what the boards of the first cases hold.</summary>
internal static partial class Program
{
    public static string Results(int cases) => string.Join('\n', Enumerable.Range(0, cases).Select(number => new KernelCase(number).OnBoard()));
}
