using System.Globalization;
using System.Text;
using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Compiler.Symbols;

/// <summary>
/// The one mapping from labels (what is written) to identifiers (what C# sees). Characters C# allows stay; ①…⑳ become 1…20; anything else
/// becomes <c>_</c>; a label that would begin with a digit gets the Japanese name of its level in front: indicator <c>1</c> is <c>指標1</c>.
/// Two siblings that meet in one identifier are diagnosed by the binder.
/// </summary>
public static class Identifiers
{
    /// <summary>The identifier of a label, given the word to put before a leading digit.</summary>
    public static string FromLabel(string label, string digitPrefix)
    {
        if (IsIdentifier(label))
        {
            return label;
        }

        var text = new StringBuilder(label.Length + digitPrefix.Length);
        foreach (var character in label)
        {
            AppendCharacter(text, character);
        }

        if (text.Length == 0)
        {
            return digitPrefix;
        }

        var first = CharUnicodeInfo.GetUnicodeCategory(text[0]);
        var startsWell = text[0] == '_' || IsLetter(first);
        return startsWell ? text.ToString() : digitPrefix + text;
    }

    /// <summary>The identifier of a node's label.</summary>
    public static string FromNode(NodeKind kind, string label) => FromLabel(label, DigitPrefix(kind));

    /// <summary>The C# stem of an entity: the usual English word for the three levels of government, otherwise its own label.</summary>
    public static string FromEntity(string label) => label switch
    {
        "市町村" => "Municipality",
        "都道府県" => "Prefecture",
        "保険者" => "Insurer",
        _ => FromLabel(label, "対象"),
    };

    private static string DigitPrefix(NodeKind kind) => kind switch
    {
        NodeKind.Grant => "交付金",
        NodeKind.Area => "分野",
        NodeKind.Goal => "目標",
        NodeKind.Group => "指標群",
        NodeKind.Indicator => "指標",
        NodeKind.Series => "系列",
        NodeKind.Item => "項目",
        NodeKind.Total => "集計",
        _ => "評価体系",
    };

    // Most labels are words that need no change.
    private static bool IsIdentifier(string label)
    {
        foreach (var character in label)
        {
            if (character is >= '①' and <= '⑳' || !IsLetter(CharUnicodeInfo.GetUnicodeCategory(character)))
            {
                return false;
            }
        }

        return label.Length > 0;
    }

    private static void AppendCharacter(StringBuilder text, char character)
    {
        if (character is >= '①' and <= '⑳')
        {
            text.Append((character - '①' + 1).ToString(CultureInfo.InvariantCulture));
            return;
        }

        var category = CharUnicodeInfo.GetUnicodeCategory(character);
        var allowed = IsLetter(category)
            || category is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.ConnectorPunctuation;
        text.Append(allowed ? character : '_');
    }

    private static bool IsLetter(UnicodeCategory category) =>
        category is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber;
}
