using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>
/// What a file declares for others and which words it says. A name can only mean something where it is said, so this decides which files can
/// see each other before anything is bound.
/// </summary>
internal sealed class FileNames
{
    private readonly List<(DeclaredSort Sort, string Name)> _declared = [];
    private readonly List<(int Year, string Entity)> _frameworks = [];
    private readonly List<(int Year, string Entity)> _allocations = [];
    private readonly HashSet<int> _years = [];
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly HashSet<string> _entities = new(StringComparer.Ordinal);

    private FileNames()
    {
    }

    /// <summary>What is found by its label: the nearest declaration of each sort counts.</summary>
    public IReadOnlyList<(DeclaredSort Sort, string Name)> Declared => _declared;

    /// <summary>The frameworks declared, by fiscal year and label of the entity.</summary>
    public IReadOnlyList<(int Year, string Entity)> Frameworks => _frameworks;

    /// <summary>The allocations declared, by fiscal year and label of the entity.</summary>
    public IReadOnlyList<(int Year, string Entity)> Allocations => _allocations;

    /// <summary>The years whose frameworks and allocations the file may speak of.</summary>
    public ISet<int> Years => _years;

    /// <summary>Whether the file says a name anywhere: as a word, or as the unit of a number.</summary>
    public bool Says(string name) => _words.Contains(name);

    /// <summary>
    /// Whether the file may ask what a name of a sort means. Entities are asked for in a few places only, and elsewhere their names are often
    /// labels of other things (a row for 都道府県).
    /// </summary>
    public bool AsksFor(DeclaredSort sort, string name) => sort == DeclaredSort.Entity ? _entities.Contains(name) : Says(name);

    public static FileNames Of(CompilationUnitSyntax root)
    {
        var names = new FileNames();
        names.ReadWords(root);
        foreach (var declaration in root.Declarations)
        {
            names.ReadDeclaration(declaration);
        }

        return names;
    }

    private void ReadWords(CompilationUnitSyntax root)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var token in root.DescendantTokens())
        {
            if (token.Kind == SyntaxKind.StringToken || !seen.Add(token.Text))
            {
                continue;
            }

            var word = CharacterFolding.Fold(token.Text);
            _words.Add(word);

            // 千 is a scale and 千人 may be a unit; where one ends and the other begins is not decided here.
            var unit = 0;
            while (unit < word.Length && word[unit] is (>= '0' and <= '9') or '_' or '.')
            {
                unit++;
            }

            for (var start = unit == 0 ? word.Length : unit; start < word.Length; start++)
            {
                _words.Add(word.Substring(start));
            }
        }
    }

    private void ReadDeclaration(DeclarationSyntax declaration)
    {
        switch (declaration)
        {
            case UnitDeclarationSyntax unit:
                Declare(DeclaredSort.Unit, unit.Label);
                break;
            case EnumerationDeclarationSyntax enumeration:
                Declare(DeclaredSort.Enumeration, enumeration.Label);
                foreach (var member in enumeration.Members.OfType<EnumerationMemberSyntax>())
                {
                    Declare(DeclaredSort.EnumerationMember, member.Label);
                }

                break;
            case SharedGroupDeclarationSyntax group:
                Declare(DeclaredSort.SharedGroup, group.Node.Label);
                break;
            case EntityDeclarationSyntax entity:
                Declare(DeclaredSort.Entity, entity.Label);
                foreach (var reference in entity.Members.OfType<AttributeDeclarationSyntax>().Select(a => a.Type).OfType<ReferenceTypeSyntax>())
                {
                    _entities.Add(reference.Entity.Name);
                }

                break;
            case ConstantDeclarationSyntax constant:
                Declare(DeclaredSort.Constant, constant.Label);
                break;
            case StepTableDeclarationSyntax steps:
                Declare(DeclaredSort.StepTable, steps.Label);
                break;
            case ShareTableDeclarationSyntax shares:
                Declare(DeclaredSort.ShareTable, shares.Label);
                break;
            case FrameworkDeclarationSyntax framework:
                Declare(_frameworks, framework.Year, framework.Entity);
                _entities.Add(framework.Entity.Name);
                break;
            case DecisionDeclarationSyntax decision:
                _entities.Add(decision.Entity.Name);
                break;
            case FormulaDeclarationSyntax formula:
                _entities.Add(formula.Entity.Name);
                break;
            case PublishedDeclarationSyntax published:
                ReadYear(published.Year.Name);
                break;
            case AllocationDeclarationSyntax allocation:
                Declare(_allocations, allocation.Year, allocation.Entity);
                _entities.Add(allocation.Entity.Name);
                ReadYears(allocation);
                break;
            case TestDeclarationSyntax test:
                foreach (var given in test.Members.OfType<GivenClauseSyntax>())
                {
                    ReadYears(given.Framework);
                    _entities.UnionWith(given.Framework.Elements.OfType<LabelSyntax>().Select(l => l.Name));
                }

                break;
        }
    }

    private void Declare(DeclaredSort sort, LabelSyntax label)
    {
        if (!label.IsMissing)
        {
            _declared.Add((sort, label.Name));
        }
    }

    private void Declare(List<(int Year, string Entity)> list, LabelSyntax year, LabelSyntax entity)
    {
        if (ReadYear(year.Name) is { } number)
        {
            list.Add((number, entity.Name));
        }
    }

    // What is left of an allocation may flow into one of another year, so all it says is read.
    private void ReadYears(SyntaxNode node)
    {
        foreach (var token in node.DescendantTokens().Where(t => t.Kind != SyntaxKind.StringToken))
        {
            ReadYear(token.Text);
        }
    }

    private int? ReadYear(string text)
    {
        if (text.Length is 0 or > 12 || !FiscalYearLiteral.TryParse(text, out var year))
        {
            return null;
        }

        _years.Add(year);
        return year;
    }
}
