using System.Collections.Immutable;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Symbols;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Text;
using ValueType = KaigoDsl.Compiler.Symbols.ValueType;

namespace KaigoDsl.Compiler.Binding;

/// <summary>Syntax → the symbols of top-level declarations that are not frameworks: 対象, 種別, 単位, 定数 and shared groups.</summary>
internal sealed class DeclarationBinder(DeclarationTable table, Reporter reporter)
{
    /// <summary>Declares what needs no other declaration: units, enumerations, shared groups.</summary>
    public void DeclareNames(CompilationUnitSyntax root, SourceText source)
    {
        foreach (var declaration in root.Declarations)
        {
            switch (declaration)
            {
                case UnitDeclarationSyntax unit when !unit.Label.IsMissing:
                    Declare(table.Units, WithNotes(new UnitSymbol(LabelText.Of(unit.Label), unit.Label.At(source)), unit.Parts), "単位", "unit");
                    break;
                case EnumerationDeclarationSyntax enumeration when !enumeration.Label.IsMissing:
                    DeclareEnumeration(enumeration, source);
                    break;
                case SharedGroupDeclarationSyntax { Node: var node } when !node.Label.IsMissing:
                    Declare(table.SharedGroups, new SharedGroupSymbol(LabelText.Of(node.Label), node.Label.At(source), node), "指標群", "group");
                    break;
            }
        }
    }

    /// <summary>Declares the entities, whose attributes may use any unit or enumeration.</summary>
    public void DeclareEntities(CompilationUnitSyntax root, SourceText source)
    {
        foreach (var entity in root.Declarations.OfType<EntityDeclarationSyntax>().Where(e => !e.Label.IsMissing))
        {
            DeclareEntity(entity, source);
        }
    }

    /// <summary>Declares the constants of all files, those that others are made of first; written order does not matter.</summary>
    public void DeclareConstants(IEnumerable<SyntaxTree> trees)
    {
        var pending = trees
            .SelectMany(t => t.Root.Declarations.OfType<ConstantDeclarationSyntax>().Select(c => (Syntax: c, t.Source)))
            .Where(c => !c.Syntax.Label.IsMissing)
            .ToList();
        while (pending.Count > 0)
        {
            var waiting = new HashSet<string>(pending.Select(c => LabelText.Of(c.Syntax.Label)), StringComparer.Ordinal);
            var ready = pending.FindIndex(c => !c.Syntax.Value.DescendantTokens().Any(t => waiting.Contains(LabelText.Of(t))));

            // None is ready only in a circle; the first then meets an unknown name, which is reported there.
            var next = pending[Math.Max(ready, 0)];
            pending.RemoveAt(Math.Max(ready, 0));
            DeclareConstant(next.Syntax, next.Source);
        }
    }

    /// <summary>Reports references to entities that nobody declares; run when all are known.</summary>
    public void CheckReferences(CompilationUnitSyntax root, SourceText source)
    {
        foreach (var reference in root.Declarations.OfType<EntityDeclarationSyntax>()
                     .SelectMany(e => e.Members).OfType<AttributeDeclarationSyntax>()
                     .Select(a => a.Type).OfType<ReferenceTypeSyntax>())
        {
            if (!reference.Entity.IsMissing)
            {
                FindEntity(reference.Entity, source);
            }
        }
    }

    /// <summary>The entity of a label; reports when it is unknown or ambiguous.</summary>
    public EntitySymbol? FindEntity(LabelSyntax label, SourceText source)
    {
        var text = LabelText.Of(label);
        var found = table.Entities.Find(text, source.Path, out var rivals);
        if (found is not null)
        {
            return found;
        }

        if (rivals.Count > 0)
        {
            reporter.Report(Descriptors.AmbiguousName, label.At(source), [.. rivals.Select(Reporter.DeclaredHere)], null, text);
            return null;
        }

        var near = NearestName.Find(text, table.Entities.Labels);
        reporter.Report(
            Descriptors.UnknownEntity,
            label.At(source),
            [],
            Reporter.Replace(label.At(source), near),
            text,
            Hint.DidYouMean(near, Hint.Of($"`対象 {text} {{ 鍵 … }}` を宣言してください。", $"Declare `対象 {text} {{ 鍵 … }}`.")));
        return null;
    }

    private void DeclareEnumeration(EnumerationDeclarationSyntax syntax, SourceText source)
    {
        var symbol = WithNotes(new EnumerationSymbol(LabelText.Of(syntax.Label), syntax.Label.At(source)), syntax.Parts);
        foreach (var member in syntax.Members.OfType<EnumerationMemberSyntax>().Where(m => !m.Label.IsMissing))
        {
            var label = LabelText.Of(member.Label);
            if (symbol.Members.Contains(label))
            {
                reporter.Report(Descriptors.DuplicateLabel, member.Label.At(source), label, symbol.Label);
                continue;
            }

            symbol.Members.Add(label);
        }

        Declare(table.Enumerations, symbol, "種別", "enumeration");
    }

    private void DeclareEntity(EntityDeclarationSyntax syntax, SourceText source)
    {
        var symbol = WithNotes(new EntitySymbol(LabelText.Of(syntax.Label), syntax.Label.At(source)), syntax.Parts);
        var types = new TypeBinder(table, reporter, source);
        var headers = new Dictionary<string, TextLocation>(StringComparer.Ordinal);
        foreach (var member in syntax.Members)
        {
            switch (member)
            {
                case KeyClauseSyntax clause when !clause.Label.IsMissing:
                    AddHeader(headers, clause.Label, source);
                    if (clause.Keyword.Kind == SyntaxKind.KeyKeyword)
                    {
                        symbol.KeyLabel = LabelText.Of(clause.Label);
                    }
                    else
                    {
                        symbol.NameLabel = LabelText.Of(clause.Label);
                    }

                    break;
                case AttributeDeclarationSyntax attribute when !attribute.Label.IsMissing:
                    if (AddHeader(headers, attribute.Label, source))
                    {
                        symbol.Attributes.Add(types.BindColumn(attribute.Label, attribute.Type, attribute.Parts, isInput: false));
                    }

                    break;
            }
        }

        if (symbol.KeyLabel.Length == 0)
        {
            reporter.Report(Descriptors.MissingKey, symbol.Location, symbol.Label);
            symbol.KeyLabel = "鍵";
        }

        Declare(table.Entities, symbol, "対象", "entity");
    }

    private bool AddHeader(Dictionary<string, TextLocation> headers, LabelSyntax label, SourceText source)
    {
        var text = LabelText.Of(label);
        if (headers.TryGetValue(text, out var first))
        {
            reporter.Report(
                Descriptors.DuplicateDeclaration,
                label.At(source),
                [new RelatedLocation(first, new LocalizedText("先の宣言", "first declared here"))],
                null,
                Hint.Of("列", "The column"),
                text);
            return false;
        }

        headers.Add(text, label.At(source));
        return true;
    }

    private void DeclareConstant(ConstantDeclarationSyntax syntax, SourceText source)
    {
        var label = LabelText.Of(syntax.Label);
        var before = new ExpressionBinder(table, reporter, source, null, null);
        var value = before.Bind(syntax.Value);
        var type = value.Type;
        var folded = ConstantFolder.Fold(value);
        if (folded is null && !type.IsError)
        {
            reporter.Report(Descriptors.ConstantNotConstant, syntax.Value.At(source), label);
            type = ValueType.Error;
        }

        var unit = syntax.Value is NumberExpressionSyntax number ? NumberLiteral.Parse(number.Number.Text).Unit : string.Empty;
        var symbol = new ConstantSymbol(label, syntax.Label.At(source), type, folded ?? ExactNumber.Zero, unit);
        Declare(table.Constants, WithNotes(symbol, syntax.Parts), "定数", "constant");
    }

    private static T WithNotes<T>(T symbol, ImmutableArray<HeaderPartSyntax> parts)
        where T : Symbol
    {
        HeaderParts.ReadNotes(symbol, parts);
        return symbol;
    }

    private void Declare<T>(NamedSet<T> set, T symbol, string sortJapanese, string sortEnglish)
        where T : Symbol
    {
        if (set.Add(symbol) is { } first)
        {
            reporter.Report(
                Descriptors.DuplicateDeclaration,
                symbol.Location,
                [Reporter.DeclaredHere(first)],
                null,
                Hint.Of(sortJapanese, "The " + sortEnglish),
                symbol.Label);
        }
    }
}
