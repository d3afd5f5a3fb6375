using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>
/// Which brace belongs to which. With as many opening as closing braces that is plain nesting. Otherwise indentation
/// decides where the missing or surplus brace most likely is, so that the error stands there and nothing below it
/// changes its meaning.
/// </summary>
internal sealed class BraceRepair
{
    private readonly SyntaxToken[] _tokens;
    private readonly bool[] _startsLine;
    private readonly int[] _indents;
    private readonly Dictionary<int, int> _ends = [];
    private readonly HashSet<int> _closed = [];
    private readonly Dictionary<int, int> _virtualOpens = [];

    public BraceRepair(SyntaxToken[] tokens, bool[] startsLine)
    {
        _tokens = tokens;
        _startsLine = startsLine;
        _indents = new int[tokens.Length];
        Match();
    }

    /// <summary>Where the block that opens at a token ends: the index of its closing brace, or of the token before which one is missing.</summary>
    public int EndOf(int openIndex) => _ends.TryGetValue(openIndex, out var end) ? end : _tokens.Length - 1;

    /// <summary>Whether the block that opens at a token is closed by a brace.</summary>
    public bool IsClosed(int openIndex) => _closed.Contains(openIndex);

    /// <summary>For a header without an opening brace: the index of the closing brace that is there nevertheless; -1 if there is none.</summary>
    public int EndOfUnopened(int headerIndex) => _virtualOpens.TryGetValue(headerIndex, out var end) ? end : -1;

    private void Match()
    {
        var surplus = MeasureAndCount();
        var stack = new Stack<int>();
        for (var i = 0; i < _tokens.Length - 1; i++)
        {
            if (surplus > 0 && stack.Count > 0 && stack.Count <= surplus && IsOuterDeclaration(i))
            {
                surplus -= stack.Count;
                CloseAll(stack, i);
            }

            switch (_tokens[i].Kind)
            {
                case SyntaxKind.OpenBraceToken:
                    stack.Push(i);
                    break;
                case SyntaxKind.CloseBraceToken:
                    MatchClosing(stack, i, ref surplus);
                    break;
            }
        }

        CloseAll(stack, _tokens.Length - 1);
    }

    private void MatchClosing(Stack<int> stack, int index, ref int surplus)
    {
        var indent = _indents[index];
        if (surplus > 0 && _startsLine[index] && stack.Any(open => _indents[open] == indent))
        {
            while (surplus > 0 && _indents[stack.Peek()] > indent)
            {
                surplus--;
                _ends[stack.Pop()] = index;
            }
        }

        var isSurplus = stack.Count == 0 || (surplus < 0 && _startsLine[index] && _indents[stack.Peek()] < indent);
        if (!isSurplus)
        {
            _closed.Add(stack.Peek());
            _ends[stack.Pop()] = index;
            return;
        }

        surplus++;
        var header = FindHeader(index);
        if (header >= 0)
        {
            _virtualOpens[header] = index;
        }
    }

    // The nearest line above (or the same one) that is indented like the brace, if it is a header without a brace.
    private int FindHeader(int closeIndex)
    {
        var indent = _indents[closeIndex];
        for (var i = _startsLine[closeIndex] ? closeIndex - 1 : closeIndex; i >= 0; i--)
        {
            if (!_startsLine[i] || _indents[i] > indent)
            {
                continue;
            }

            return _indents[i] == indent && BeginsBlock(_tokens[i]) && !LineHasBrace(i) && !_virtualOpens.ContainsKey(i) ? i : -1;
        }

        return -1;
    }

    private bool LineHasBrace(int lineStart)
    {
        for (var i = lineStart; i == lineStart || !_startsLine[i]; i++)
        {
            if (_tokens[i].Kind == SyntaxKind.OpenBraceToken)
            {
                return true;
            }

            if (i == _tokens.Length - 1)
            {
                break;
            }
        }

        return false;
    }

    private bool IsOuterDeclaration(int index) =>
        _startsLine[index] && _indents[index] == 0
        && (_tokens[index].Kind == SyntaxKind.GroupKeyword
            || SyntaxFacts.GetKeyword(_tokens[index].Kind) is { Role: KeywordRole.Declaration })
        && _tokens[index + 1].Kind != SyntaxKind.ColonToken;

    // What is a keyword only in rules is still a word here.
    private static bool BeginsBlock(SyntaxToken token) =>
        token.Kind == SyntaxKind.GivenKeyword
        || SyntaxFacts.GetKeyword(token.Kind) is { Role: KeywordRole.Declaration or KeywordRole.Node }
        || (token.Kind == SyntaxKind.WordToken && SyntaxFacts.FindKeyword(CharacterFolding.Fold(token.Text))?.Kind
            is SyntaxKind.PoolKeyword or SyntaxKind.SizeKeyword or SyntaxKind.EqualKeyword);

    // Opening minus closing braces; notes each line's indentation on all its tokens.
    private int MeasureAndCount()
    {
        var surplus = 0;
        var indent = 0;
        for (var i = 0; i < _tokens.Length; i++)
        {
            if (_startsLine[i])
            {
                indent = MeasureIndent(_tokens[i]);
            }

            _indents[i] = indent;
            surplus += _tokens[i].Kind switch
            {
                SyntaxKind.OpenBraceToken => 1,
                SyntaxKind.CloseBraceToken => -1,
                _ => 0,
            };
        }

        return surplus;
    }

    private static int MeasureIndent(SyntaxToken token)
    {
        var indent = 0;
        for (var i = token.LeadingTrivia.Length - 1; i >= 0; i--)
        {
            var trivia = token.LeadingTrivia[i];
            if (trivia.Kind is SyntaxKind.EndOfLineTrivia or SyntaxKind.ByteOrderMarkTrivia)
            {
                break;
            }

            indent += trivia.Span.Length;
        }

        return indent;
    }

    private void CloseAll(Stack<int> stack, int index)
    {
        while (stack.Count > 0)
        {
            _ends[stack.Pop()] = index;
        }
    }
}
