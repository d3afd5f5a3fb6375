using KaigoDsl.Compiler.Diagnostics;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>Which parts may stand in which header, and how they are named in messages.</summary>
internal static class HeaderPartFacts
{
    /// <summary>The keywords that begin a part.</summary>
    public static readonly SyntaxKind[] Keywords =
    [
        SyntaxKind.MaximumKeyword, SyntaxKind.BetterOfKeyword, SyntaxKind.PointsUnconfirmedKeyword, SyntaxKind.PointsInputKeyword,
        SyntaxKind.NewKeyword, SyntaxKind.AssumptionKeyword, SyntaxKind.SourceKeyword, SyntaxKind.EditionKeyword,
        SyntaxKind.FormerlyKeyword, SyntaxKind.MergesKeyword, SyntaxKind.SplitFromKeyword, SyntaxKind.RequiresKeyword,
        SyntaxKind.TopKeyword, SyntaxKind.BottomKeyword, SyntaxKind.WithheldKeyword,
    ];

    /// <summary>The headers a part may stand in, by its node kind and first token.</summary>
    public static HeaderOwner OwnersOf(HeaderPartSyntax part) => part switch
    {
        TitlePartSyntax or NotePartSyntax => HeaderOwner.All,
        PointsPartSyntax => HeaderOwner.Framework | HeaderOwner.Node | HeaderOwner.Item | HeaderOwner.Total,
        CapPartSyntax => HeaderOwner.Framework | HeaderOwner.Node,
        FlagPartSyntax { Flag.Kind: SyntaxKind.NewKeyword } or LineagePartSyntax => HeaderOwner.Node | HeaderOwner.Item,
        FlagPartSyntax => HeaderOwner.Node,
        SubjectPartSyntax => HeaderOwner.Published,
        EditionPartSyntax => HeaderOwner.Framework | HeaderOwner.Published,
        SkippedPartSyntax => HeaderOwner.All,
        BudgetPartSyntax => HeaderOwner.Allocation | HeaderOwner.Pool | HeaderOwner.SizeClass,
        WithheldPartSyntax => HeaderOwner.Pool,
        ExpressionConditionPartSyntax => HeaderOwner.Item | HeaderOwner.Clause,
        _ => HeaderOwner.Item,
    };

    /// <summary>The keywords of the parts that may stand in a header.</summary>
    public static IEnumerable<SyntaxKind> KeywordsFor(HeaderOwner owner) => Keywords.Where(k => (OwnersOf(k) & owner) != 0);

    /// <summary>What a part is called; parts of one name exclude each other, except for notes.</summary>
    public static LocalizedText NameOf(HeaderPartSyntax part) => part switch
    {
        TitlePartSyntax => new("題名", "The title"),
        PointsPartSyntax => new("配点", "The full mark"),
        BudgetPartSyntax => new("予算額", "The budget"),
        TierConditionPartSyntax or ExpressionConditionPartSyntax => new("条件", "The condition"),
        _ => SyntaxFacts.GetDisplayName(part.FirstToken?.Kind ?? SyntaxKind.None),
    };

    /// <summary>Where a part belongs, as advice.</summary>
    public static LocalizedText HintFor(HeaderPartSyntax part)
    {
        var owners = OwnersOf(part);
        var names = new List<LocalizedText>();
        Add(HeaderOwner.Framework, new("`評価体系`", "`framework`"));
        Add(HeaderOwner.Node, new("交付金から系列までの段", "a level from `grant` to `series`"));
        Add(HeaderOwner.Item, new("`項目`", "`item`"));
        Add(HeaderOwner.Total, new("`集計`", "`total`"));
        Add(HeaderOwner.Published, new("`公表値`", "`published`"));
        Add(HeaderOwner.Pool, new("`枠`", "`pool`"));
        return new LocalizedText(
            "書けるのは " + string.Join("、", names.Select(n => n.Japanese)) + " です。",
            "It belongs to " + string.Join(", ", names.Select(n => n.English)) + ".");

        void Add(HeaderOwner owner, LocalizedText name)
        {
            if ((owners & owner) != 0)
            {
                names.Add(name);
            }
        }
    }

    private static HeaderOwner OwnersOf(SyntaxKind keyword) => keyword switch
    {
        SyntaxKind.AssumptionKeyword or SyntaxKind.SourceKeyword => HeaderOwner.All,
        SyntaxKind.MaximumKeyword => HeaderOwner.Framework | HeaderOwner.Node,
        SyntaxKind.BetterOfKeyword or SyntaxKind.PointsInputKeyword or SyntaxKind.PointsUnconfirmedKeyword => HeaderOwner.Node,
        SyntaxKind.EditionKeyword => HeaderOwner.Framework | HeaderOwner.Published,
        SyntaxKind.WithheldKeyword => HeaderOwner.Pool,
        SyntaxKind.RequiresKeyword or SyntaxKind.TopKeyword or SyntaxKind.BottomKeyword => HeaderOwner.Item,
        _ => HeaderOwner.Node | HeaderOwner.Item,
    };
}
