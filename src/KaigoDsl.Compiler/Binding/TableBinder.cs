using System.Globalization;
using System.Numerics;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Symbols;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Binding;

/// <summary>割合表 and 段階: tables of constants, checked as wholes.</summary>
internal sealed class TableBinder(DeclarationTable table, Reporter reporter)
{
    /// <summary>Declares the tables of a file; constants and units are known.</summary>
    public void Declare(CompilationUnitSyntax root, SourceText source)
    {
        foreach (var declaration in root.Declarations)
        {
            switch (declaration)
            {
                case ShareTableDeclarationSyntax { Label.IsMissing: false } shares:
                    Add(table.ShareTables, BindShares(shares, source), Hint.Of("割合表", "The table of shares"));
                    break;
                case StepTableDeclarationSyntax { Label.IsMissing: false } steps:
                    Add(table.StepTables, BindSteps(steps, source), Hint.Of("段階", "The step table"));
                    break;
            }
        }
    }

    private void Add<T>(NamedSet<T> set, T symbol, LocalizedText sort)
        where T : Symbol
    {
        if (set.Add(symbol) is { } first)
        {
            reporter.Report(Descriptors.DuplicateDeclaration, symbol.Location, [Reporter.DeclaredHere(first)], null, sort, symbol.Label);
        }
    }

    private ShareTableSymbol BindShares(ShareTableDeclarationSyntax syntax, SourceText source)
    {
        var symbol = new ShareTableSymbol(LabelText.Of(syntax.Label), syntax.Label.At(source));
        HeaderParts.ReadNotes(symbol, syntax.Parts);
        var expressions = new ExpressionBinder(table, reporter, source, null, null);
        var isSound = !syntax.Members.Any(m => m is SkippedMemberSyntax) && !syntax.CloseBrace.IsMissing;
        foreach (var entry in syntax.Members.OfType<ShareEntrySyntax>())
        {
            var label = LabelText.Of(entry.Label);
            if (entry.Label.IsMissing || Fold(expressions, entry.Value, Symbols.ValueType.Quantity(Dimension.None), symbol, source) is not { } value)
            {
                isSound = false;
                continue;
            }

            if (symbol.Shares.Exists(s => s.Label == label))
            {
                reporter.Report(Descriptors.DuplicateLabel, entry.Label.At(source), label, symbol.Label);
                isSound = false;
                continue;
            }

            symbol.Shares.Add((label, value, entry.At(source)));
        }

        var total = symbol.Shares.Aggregate(ExactNumber.Zero, (sum, share) => sum + share.Value);
        if (isSound && total != ExactNumber.One)
        {
            var difference = total - ExactNumber.One;
            reporter.Report(
                Descriptors.SharesNotWhole, symbol.Location, symbol.Label, Percent(total),
                string.Join(" + ", symbol.Shares.Select(s => s.Label + " " + Percent(s.Value))),
                (difference.Sign > 0 ? "+" : string.Empty) + Percent(difference));
        }

        return symbol;
    }

    private StepTableSymbol BindSteps(StepTableDeclarationSyntax syntax, SourceText source)
    {
        var types = new TypeBinder(table, reporter, source);
        var (argument, argumentUnit, _, _) = types.Bind(syntax.ArgumentType);
        var (result, resultUnit, _, _) = types.Bind(syntax.ResultType);
        var label = LabelText.Of(syntax.Label);
        if (argument.Kind is not (ValueKind.Quantity or ValueKind.FiscalYear or ValueKind.Date or ValueKind.Error))
        {
            reporter.Report(Descriptors.BadStepTableType, syntax.ArgumentType.At(source), label, "`" + argument + "`");
            argument = Symbols.ValueType.Error;
        }

        if (result.Kind is not (ValueKind.Quantity or ValueKind.Error))
        {
            reporter.Report(Descriptors.BadStepTableType, syntax.ResultType.At(source), label, "`" + result + "`");
            result = Symbols.ValueType.Error;
        }

        argumentUnit = argument.Kind is ValueKind.FiscalYear or ValueKind.Date ? argument.ToString() : argumentUnit;
        var symbol = new StepTableSymbol(label, syntax.Label.At(source), argument, argumentUnit, result, resultUnit);
        HeaderParts.ReadNotes(symbol, syntax.Parts);
        HeaderParts.ReadNotes(symbol, syntax.LaterParts);
        new StepRowsBinder(reporter, symbol, syntax, source).Bind(
            (expression, type) => Fold(new ExpressionBinder(table, reporter, source, null, null), expression, type, symbol, source));
        return symbol;
    }

    /// <summary>The value of an expression that must be constant and of a type; <see langword="null"/> when it is not (reported).</summary>
    private ExactNumber? Fold(
        ExpressionBinder expressions, ExpressionSyntax syntax, Symbols.ValueType type, Symbol owner, SourceText source)
    {
        var bound = expressions.BindAs(syntax, type);
        if (bound.Type.IsError || type.IsError)
        {
            return null;
        }

        if (ConstantFolder.Fold(bound) is { } value)
        {
            return value;
        }

        reporter.Report(Descriptors.TableValueNotConstant, syntax.At(source), owner.Label);
        return null;
    }

    // Shares are written with a few decimals (38.5%); a third has none and stays a fraction.
    private static string Percent(ExactNumber value)
    {
        var percent = value * 100;
        for (var (scale, places) = (1, 0); places <= 4; scale *= 10, places++)
        {
            if ((percent * scale).IsInteger)
            {
                var digits = BigInteger.Abs((percent * scale).Numerator).ToString(CultureInfo.InvariantCulture).PadLeft(places + 1, '0');
                var point = digits.Length - places;
                return (percent.Sign < 0 ? "-" : string.Empty) + digits.Substring(0, point)
                    + (places == 0 ? string.Empty : "." + digits.Substring(point)) + "%";
            }
        }

        return percent + "%";
    }
}
