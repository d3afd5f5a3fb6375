using KaigoDsl.Differential.Tests.Generation;
using KaigoDsl.Differential.Tests.Model;

namespace KaigoDsl.Differential.Tests.Comparison;

/// <summary>Specs and tables by number.</summary>
internal static class Case
{
    public static CompiledSpec Compile(int number)
    {
        var (compiled, errors, text) = CompiledSpec.Create(SpecGenerator.Generate(number));
        if (compiled is null)
        {
            Assert.Fail($"Spec {number} has no error, but the compiler finds:\n{string.Join('\n', errors)}\n\n{text}");
        }

        return compiled;
    }

    public static DataTable Table(CompiledSpec spec, int number, int table) => DataGenerator.Generate(spec.Index, (number * 1000) + table);
}
