using KaigoDsl.Compiler.Syntax;

namespace KaigoDsl.Compiler.Binding;

/// <summary>Reading paths.</summary>
internal static class PathExtensions
{
    /// <summary>The labels of a path, missing ones left out.</summary>
    public static IReadOnlyList<string> Labels(this PathSyntax path)
    {
        var labels = new List<string>(path.Elements.Length);
        foreach (var element in path.Elements)
        {
            if (element is LabelSyntax { IsMissing: false } label)
            {
                labels.Add(LabelText.Of(label));
            }
        }

        return labels;
    }

    /// <summary>The label tokens of a path, missing ones left out.</summary>
    public static IReadOnlyList<SyntaxToken> LabelTokens(this PathSyntax path)
    {
        var tokens = new List<SyntaxToken>(path.Elements.Length);
        foreach (var element in path.Elements)
        {
            if (element is LabelSyntax { IsMissing: false } label)
            {
                tokens.Add(label.Token);
            }
        }

        return tokens;
    }
}
