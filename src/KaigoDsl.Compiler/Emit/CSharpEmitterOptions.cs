namespace KaigoDsl.Compiler.Emit;

/// <summary>What a user may choose about the generated C#.</summary>
/// <param name="RootNamespace">The namespace before the year: <c>KaigoDsl.Specs</c> gives <c>KaigoDsl.Specs.R7</c>.</param>
/// <param name="LineDirectives">Whether expression code carries <c>#line</c> to its <c>.kaigo</c> source, so that debuggers and stack traces show it.</param>
public sealed record CSharpEmitterOptions(string RootNamespace, bool LineDirectives)
{
    /// <summary>The namespace used when none is chosen.</summary>
    public const string DefaultRootNamespace = "KaigoDsl.Specs";

    /// <summary>The defaults: <see cref="DefaultRootNamespace"/>, with line directives.</summary>
    public static CSharpEmitterOptions Default { get; } = new(DefaultRootNamespace, LineDirectives: true);
}
