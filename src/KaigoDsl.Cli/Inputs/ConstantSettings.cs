using System.Diagnostics.CodeAnalysis;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Text;
using KaigoDsl.Engine;
using KaigoDsl.Runtime;
using ColumnKind = KaigoDsl.Runtime.ColumnKind;
using ColumnType = KaigoDsl.Runtime.ColumnType;

namespace KaigoDsl.Cli;

/// <summary><c>--set NAME=VALUE</c>: values are written as in a data file, with the constant's unit or without.</summary>
internal static class ConstantSettings
{
    public static bool TryRead(
        IReadOnlyList<string> settings,
        ProgramPlan program,
        Texts texts,
        out ConstantOverrides overrides,
        [NotNullWhen(false)] out CommandFailure? failure) => TryRead(settings, [program], texts, out overrides, out failure);

    /// <summary>For programs that are compared: a constant of any of them, read as the first that has it declares it.</summary>
    public static bool TryRead(
        IReadOnlyList<string> settings,
        IReadOnlyList<ProgramPlan> programs,
        Texts texts,
        out ConstantOverrides overrides,
        [NotNullWhen(false)] out CommandFailure? failure)
    {
        overrides = ConstantOverrides.None;
        failure = null;
        var constants = new SortedDictionary<string, ConstantPlan>(StringComparer.Ordinal);
        foreach (var constant in programs.SelectMany(static program =>
            program.Frameworks.SelectMany(static plan => plan.Constants).Concat(program.Rules.SelectMany(static rules => rules.Constants))))
        {
            constants.TryAdd(constant.Name, constant);
        }

        foreach (var setting in settings)
        {
            var split = CharacterFolding.Fold(setting).IndexOf('=', StringComparison.Ordinal);
            if (split <= 0)
            {
                failure = CommandFailure.Usage(texts.SetWithoutValue(setting));
                return false;
            }

            var (name, text) = (setting[..split].Trim(), setting[(split + 1)..].Trim());
            if (!constants.TryGetValue(name, out var constant))
            {
                failure = CommandFailure.Usage(texts.UnknownConstant(name, NearestName.Find(name, constants.Keys), string.Join(", ", constants.Keys)));
                return false;
            }

            if (Problem(constant, text, texts, out var value) is { } problem)
            {
                failure = CommandFailure.Usage(texts.BadConstant(name, problem));
                return false;
            }

            overrides = overrides.With(name, value);
        }

        return true;
    }

    private static string? Problem(ConstantPlan constant, string text, Texts texts, out Rational value)
    {
        var factor = SyntaxFacts.FindUnit(constant.Unit)?.Factor ?? ExactNumber.One;
        var schema = new ColumnSchema(constant.Name, ColumnKind.Attribute, ColumnType.Quantity)
        {
            Unit = constant.Unit,
            UnitFactor = Rational.Create(factor.Numerator, factor.Denominator),
        };
        var accepted = CellParser.TryParse(text, schema, out var cell, out _);
        value = cell.Quantity;
        return accepted && !value.IsMissing ? null : texts.NotAQuantity(text, constant.Unit);
    }
}
