namespace KaigoDsl.Generators;

/// <summary>Names of the generator's steps, in order; tests ask for their run reasons.</summary>
public static class TrackingNames
{
    /// <summary>Paths and texts of the <c>.kaigo</c> files.</summary>
    public const string Texts = "KaigoTexts";

    /// <summary>A syntax tree per file.</summary>
    public const string Files = "KaigoFiles";

    /// <summary>The groups of files that may see each other.</summary>
    public const string Groups = "KaigoGroups";

    /// <summary>A group, bound and checked.</summary>
    public const string Bound = "KaigoBound";

    /// <summary>What all files say together.</summary>
    public const string Program = "KaigoProgram";

    /// <summary>The MSBuild properties.</summary>
    public const string Options = "KaigoOptions";

    /// <summary>The table of one framework and everything its code depends on.</summary>
    public const string Tables = "KaigoTables";

    /// <summary>The printed file of a table.</summary>
    public const string TablesCode = "KaigoTablesCode";

    /// <summary>One framework and everything its code depends on.</summary>
    public const string Frameworks = "KaigoFrameworks";

    /// <summary>The printed scores and scoring code of a framework.</summary>
    public const string Code = "KaigoCode";

    /// <summary>The rules of one entity and everything their code depends on.</summary>
    public const string Rules = "KaigoRules";

    /// <summary>The printed files of rules.</summary>
    public const string RulesCode = "KaigoRulesCode";

    /// <summary>One allocation and everything its code depends on.</summary>
    public const string Allocations = "KaigoAllocations";

    /// <summary>The printed file of an allocation.</summary>
    public const string AllocationsCode = "KaigoAllocationsCode";

    /// <summary>The tables of shares and everything their code depends on.</summary>
    public const string ShareTables = "KaigoShareTables";

    /// <summary>Problems, with their places.</summary>
    public const string Diagnostics = "KaigoDiagnostics";
}
