using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Symbols;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Binding;

/// <summary>Paths from the top of a framework → nodes; the first label that leads nowhere is reported.</summary>
internal sealed class NodePathBinder(FrameworkSymbol framework, Reporter reporter, SourceText source)
{
    /// <summary>The node of a path; <see langword="null"/> when there is none (reported, unless the path is empty).</summary>
    /// <param name="path">Its labels.</param>
    /// <param name="tokens">The tokens the labels were read from, in step.</param>
    public NodeSymbol? Bind(IReadOnlyList<string> path, IReadOnlyList<SyntaxToken> tokens)
    {
        if (path.Count == 0)
        {
            return null;
        }

        var node = framework.FindTop(path[0]);
        var candidates = framework.TopLabels;
        for (var i = 0; ; i++)
        {
            if (node is null)
            {
                var near = NearestName.Find(path[i], candidates);
                reporter.Report(
                    Descriptors.UnknownName, tokens[i].At(source), [], Reporter.Replace(tokens[i].At(source), near), path[i],
                    Hint.DidYouMean(near, Hint.Of($"{framework.Label} の木にありません。", $"It is not in the tree of {framework.Label}.")));
                return null;
            }

            if (i + 1 == path.Count)
            {
                return node;
            }

            candidates = (node.Reference ?? node).Children.Select(c => c.Label);
            node = node.FindChild(path[i + 1]);
        }
    }
}
