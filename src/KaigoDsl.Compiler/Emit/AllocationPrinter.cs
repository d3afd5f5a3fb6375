using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Compiler.Emit;

/// <summary>
/// Prints an allocation: its rules as data that a reader can hold against the spec, its expressions as methods, and the amounts it gives as
/// a class with a column for every 枠. <c>AllocationRun</c> of the runtime carries it out, as it does for the engine.
/// </summary>
internal sealed partial class AllocationPrinter
{
    private const string Runtime = "global::KaigoDsl.Runtime.";

    private readonly AllocationUnit _unit;
    private readonly AllocationPlan _plan;
    private readonly RulesLayout _layout;
    private readonly RuleNeeds _needs;
    private readonly bool _lineDirectives;
    private readonly CSharpEmitterOptions _options;
    private readonly LiteralPool _literals = new();
    private readonly NameScope _names;
    private readonly List<Action> _methods = [];
    private readonly IndentedWriter _writer;

    private AllocationPrinter(AllocationUnit unit, RulesLayout layout, CSharpEmitterOptions options, string @namespace)
    {
        _unit = unit;
        _plan = unit.Plan;
        _layout = layout;
        _options = options;
        _lineDirectives = options.LineDirectives;
        var gates = _plan.Gates.SelectMany(gate => layout.Plan.Decisions[gate.Decision].Expressions());
        _needs = RuleNeeds.Of(layout, _plan.Expressions().Concat(gates));
        _names = new NameScope(Type, "Allocate", "FiscalYear", "Name", "Task", "Title");
        _writer = FilePrinter.Begin("配分 " + _plan.Name, @namespace);
    }

    /// <summary>The class of an allocation, unescaped.</summary>
    public static string TypeOf(string entityIdentifier, string identifier) => entityIdentifier + identifier + "Allocation";

    /// <summary>The class of the amounts it gives, unescaped.</summary>
    public static string PaymentsOf(string entityIdentifier, string identifier) => entityIdentifier + identifier + "Payments";

    private string Type => TypeOf(_layout.Plan.EntityIdentifier, _plan.Identifier);

    private string Payments => PaymentsOf(_layout.Plan.EntityIdentifier, _plan.Identifier);

    public static string Print(AllocationUnit unit, CSharpEmitterOptions options, string @namespace)
    {
        var printer = new AllocationPrinter(unit, RulesLayout.Create(unit.Rules, @namespace), options, @namespace);
        printer.Allocation();
        printer._writer.Line();
        printer.Amounts();
        return printer._writer.Finish();
    }

    private void Allocation()
    {
        Document();
        _writer.Line(FilePrinter.GeneratedCode);
        _writer.Open($"public static class {Type}");
        Fact("書かれたとおりの名前。", "string Name", CSharpText.Literal(_plan.Name));
        Fact("題名。", "string Title", CSharpText.Literal(_plan.Title ?? _plan.Name));
        Fact("年度（西暦）。", "int FiscalYear", CSharpText.Number(_plan.FiscalYear));
        Allocate();
        _writer.Line();
        Task();
        foreach (var method in _methods)
        {
            _writer.Line();
            method();
        }

        foreach (var field in _literals.Fields)
        {
            _writer.Line();
            _writer.Line($"private static readonly {Runtime}Rational {field.Key} = {field.Value};");
        }

        _writer.Close();
    }

    private void Document()
    {
        var lines = new List<string?>();
        lines.AddRange(_plan.Pools.Select(pool => "枠 " + RuleDocumentation.Named(pool.Label, pool.Title)
            + (pool.Rule switch
            {
                PoolRule.Withheld => "：配分しない" + (pool.Reason is null ? string.Empty : "（" + pool.Reason + "）"),
                PoolRule.Equal => "：均等",
                _ => "：按分 " + pool.WeightText,
            })));
        lines.AddRange(RuleDocumentation.Notes(_plan.Source, _plan.Assumptions, _plan.Documentation));
        lines.AddRange(_plan.Pools.SelectMany(pool => pool.Assumptions.Concat(pool.Classes?.Assumptions ?? [])).Select(assumption => "仮定 「" + assumption + "」"));
        RuleDocumentation.Print(_writer, RuleDocumentation.Named("配分 " + _plan.Name, _plan.Title), lines);
    }

    private void Fact(string summary, string declaration, string value)
    {
        DocumentationPrinter.Summary(_writer, summary);
        _writer.Line($"public const {declaration} = {value};");
        _writer.Line();
    }

    private void Allocate()
    {
        var sources = _unit.Sources.Select((source, index) => (
            Type: $"global::{CSharpText.Namespace(_options.RootNamespace + "." + source.YearCode)}.{CSharpText.Identifier(PaymentsOf(source.EntityIdentifier, source.Identifier))}",
            Name: "received" + CSharpText.Number(index + 1),
            Source: source)).ToList();
        var parameters = _needs.Parameters + string.Concat(sources.Select(source => $", {source.Type} {source.Name}"));
        var types = _needs.ParameterTypes + string.Concat(sources.Select(source => ", " + source.Type));
        var arguments = _needs.Arguments + string.Concat(sources.Select(source => ", " + source.Name));
        if (_layout.HasConstants)
        {
            _writer.Line($"/// <inheritdoc cref=\"Allocate({types}, {_layout.ConstantsType}, bool)\"/>");
            _writer.Line($"public static {Payments} Allocate({parameters}) => Allocate({arguments}, {_layout.ConstantsType}.Default);");
            _writer.Line();
        }

        var constants = _layout.HasConstants ? $", {_layout.ConstantsType} constants" : string.Empty;
        var passed = arguments + (_layout.HasConstants ? ", constants" : string.Empty);
        RuleDocumentation.Print(_writer, "すべての行に配分する。金額は正確で、証明書で締まる。certify を偽にすると、同じ額を証明書なしで速く求める。", sources.Select(source => $"{source.Source.Label} の残余を受ける。先に配分しておく。"));
        Exceptions();
        _writer.Open($"public static {Payments} Allocate({parameters}{constants}, bool certify = true)");
        _writer.Open("if (!certify)");
        _writer.Line($"var payments = new {Payments}();");
        _writer.Line($"Allocate({passed}, payments);");
        _writer.Line("return payments;");
        _writer.Close();
        _writer.Line();
        Begin(string.Empty);
        _writer.Line($"return new {Payments}({Runtime}AllocationRun.CarryOut(Task(rules){Received()}));");
        _writer.Close();
        _writer.Line();
        RuleDocumentation.Print(_writer, "証明書なしで速く配分し、額を payments に入れる。前に入っていた額は消える。使い回せば、記憶域を新たに取らない。", sources.Select(source => $"{source.Source.Label} の残余を受ける。先に配分しておく。"));
        Exceptions();
        _writer.Open($"public static void Allocate({parameters}{constants}, {Payments} payments)");
        _writer.Line("global::System.ArgumentNullException.ThrowIfNull(payments);");
        Begin("payments.Amounts.Room");
        _writer.Line($"payments.Amounts.CarryOut(Task(rules){Received()});");
        _writer.Close();

        void Exceptions()
        {
            _writer.Line($"/// <exception cref=\"{Runtime}AllocationRefusedException\">配分できない。理由をすべて持つ。</exception>");
            _writer.Line($"/// <exception cref=\"{Runtime}MissingColumnsException\">表に列がない。</exception>");
        }

        string Received() => sources.Count == 0
            ? string.Empty
            : $", {Runtime}ReceivedSpill.For({CSharpText.Number(_plan.Index)}, {string.Join(", ", sources.Select(source => source.Name + ".Outcome"))})";

        void Begin(string room)
        {
            foreach (var source in sources)
            {
                _writer.Line($"global::System.ArgumentNullException.ThrowIfNull({source.Name});");
            }

            _writer.Line($"var rules = new {_layout.ValuesType}({_needs.ValuesArguments("constants")}{(room.Length == 0 ? string.Empty : ", " + room)});");
            if (_plan.Columns.Count > 0)
            {
                var names = CSharpText.Xml(string.Join("、", _plan.Columns.Select(column => _layout.Plan.Columns[column].Name)));
                _writer.Line($"{Runtime}MissingColumnsException.ThrowIfAny(table.Entities, {CSharpText.Literal("配分 " + _plan.Label)}, {string.Join(", ", _plan.Columns.Select(CSharpText.Number))}); // {names}");
            }
        }
    }

    /// <summary>The class of the amounts.</summary>
    private void Amounts()
    {
        DocumentationPrinter.Summary(_writer, RuleDocumentation.Named("配分 " + _plan.Name, _plan.Title) + " の金額（円）。行の番号で引く。");
        _writer.Line(FilePrinter.GeneratedCode);
        _writer.Open($"public sealed class {Payments}");
        var scope = new NameScope(Payments, "Amounts", "Outcome", "Count", "Certificate", "CertificateJson", "Residue");
        var columns = new List<(string Name, string Summary, bool IsWhole, string Source)>
        {
            (scope.Claim("交付額"), "交付額（円）。", AllocationRoundingText.IsPaymentWhole(_plan), "Paid{0}"),
            (scope.Claim("案"), "案（円）：枠の合計。上限・下限・再配分の前。", AllocationRoundingText.IsProposedWhole(_plan), "Proposed{0}"),
        };
        for (var i = 0; i < _plan.Pools.Count; i++)
        {
            var pool = _plan.Pools[i];
            columns.Add((scope.Claim(pool.Identifier), "枠 " + RuleDocumentation.Named(pool.Label, pool.Title) + "（円）。", AllocationRoundingText.IsWhole(pool), $"Pool{{0}}({CSharpText.Number(i)})"));
        }

        DocumentationPrinter.Summary(_writer, "まだ配分していない、空の額。配分の関数に渡して使い回せる。");
        _writer.Line($"public {Payments}() => Amounts = new {Runtime}AllocationAmounts();");
        _writer.Line();
        _writer.Line($"internal {Payments}({Runtime}AllocationOutcome outcome) =>");
        _writer.Indent();
        _writer.Line($"Amounts = {Runtime}AllocationAmounts.FromOutcome({Runtime}AllocationRefusedException.ThrowIfRefused({CSharpText.Literal(_plan.Name)}, outcome));");
        _writer.Outdent();
        _writer.Line();
        _writer.Line($"internal {Runtime}AllocationAmounts Amounts {{ get; }}");
        foreach (var column in columns)
        {
            _writer.Line();
            DocumentationPrinter.Summary(_writer, column.Summary);
            var source = string.Format(System.Globalization.CultureInfo.InvariantCulture, column.Source, column.IsWhole ? "Yen" : string.Empty);
            _writer.Line($"public {Runtime}{(column.IsWhole ? "YenColumn" : "AmountColumn")} {CSharpText.Identifier(column.Name)} => Amounts.{source};");
        }

        Property("行の数。", "int Count", "Amounts.Count");
        Property("予算 ＝ Σ交付額 ＋ 残余 であることの証明。途中の数をすべて持つ。", Runtime + "ClosingCertificate Certificate", "Outcome.Certificate ?? throw new global::System.InvalidOperationException()");
        Property("ファイルに書く形の証明書。", "string CertificateJson", "Outcome.CertificateJson");
        Property("払われずに残った額（円）。", Runtime + "Rational Residue", "Certificate.Residue");
        Property("型のない元の結果：枠ごとの額と区分、注記、後の配分に回る額。", Runtime + "AllocationOutcome Outcome", "Amounts.Outcome");
        _writer.Close();

        void Property(string summary, string declaration, string value)
        {
            _writer.Line();
            DocumentationPrinter.Summary(_writer, summary);
            _writer.Line($"public {declaration} => {value};");
        }
    }
}
