using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Tooling.Equivalence;

/// <summary>
/// Holds forms against each other in every cell: each fraction that is compared anywhere lies below, on, between or above its thresholds or is missing, each
/// text is one of the literals, another or missing, everything else is true, false or unknown. Cells that no data reaches are looked at as well, so
/// agreement is proved and disagreement only suspected.
/// </summary>
internal sealed class CellComparison
{
    private const long MostCells = 200_000;

    private const int False = 0, Unknown = 1, True = 2;

    private readonly List<Quotient> _terms = [];
    private readonly List<SortedSet<ExactNumber>> _thresholds = [];
    private readonly SortedDictionary<string, int> _variables = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, SortedSet<string>> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<TruthForm, (int Term, BinaryOperator Operator, ExactNumber Threshold)> _comparisons = [];

    /// <summary>Whether two truth values agree everywhere; <see langword="null"/> when there are too many cells.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <param name="isOnlyTrueSeen">Whether it makes no difference that a value is unknown and not false.</param>
    public static bool? Agree(TruthForm left, TruthForm right, bool isOnlyTrueSeen)
    {
        var cells = new CellComparison();
        cells.Collect(left);
        cells.Collect(right);
        return cells.ForAll(cell =>
        {
            var (a, b) = (cells.Evaluate(left, cell), cells.Evaluate(right, cell));
            return a == b || (isOnlyTrueSeen && a != True && b != True);
        });
    }

    /// <summary>
    /// 1 when two quantities order all data in the same way (one is the other times a positive number plus a number), -1 in the opposite way, 0 when neither is
    /// proved.
    /// </summary>
    public static int Order(QuantityForm left, QuantityForm right)
    {
        var cells = new CellComparison();
        cells.Collect(left);
        cells.Collect(right);
        var pairs = new HashSet<(Quotient, Quotient)>(ReferenceComparer.Instance);
        var together = cells.ForAll(cell =>
        {
            var (a, b) = (cells.Choose(left, cell), cells.Choose(right, cell));
            if (a is not null && b is not null)
            {
                pairs.Add((a, b));
            }

            return a is null == b is null;
        });
        if (together != true)
        {
            return 0;
        }

        var relation = pairs.Select(static pair => pair.Item1.In(pair.Item2)).FirstOrDefault(static found => found is not null) ?? (ExactNumber.One, ExactNumber.Zero);
        return pairs.All(pair => IsRelated(pair.Item1, pair.Item2, relation)) ? relation.Item1.Sign : 0;
    }

    private static bool IsRelated(Quotient left, Quotient right, (ExactNumber Scale, ExactNumber Offset) relation) => left.IsConstant && right.IsConstant
        ? left.IsThereWith(right) && left.Constant == (right.Constant * relation.Scale) + relation.Offset
        : left.In(right) is { } found && found == relation;

    private void Collect(QuantityForm form)
    {
        if (form is QuantityForm.Branch branch)
        {
            Collect(branch.Condition);
            Collect(branch.WhenTrue);
            Collect(branch.WhenFalse);
        }
    }

    private void Collect(TruthForm form)
    {
        switch (form)
        {
            case TruthForm.Comparison comparison:
                Classify(comparison);
                break;
            case TruthForm.Variable variable:
                _variables.TryAdd(variable.Name, 0);
                break;
            case TruthForm.TextIs text:
                if (!_texts.TryGetValue(text.Name, out var literals))
                {
                    _texts.Add(text.Name, literals = new SortedSet<string>(StringComparer.Ordinal));
                }

                literals.Add(text.Literal);
                break;
            case TruthForm.Not not:
                Collect(not.Operand);
                break;
            case TruthForm.Both both:
                Collect(both.Left);
                Collect(both.Right);
                break;
            case TruthForm.Choice choice:
                Collect(choice.Condition);
                Collect(choice.WhenTrue);
                Collect(choice.WhenFalse);
                break;
        }
    }

    /// <summary>A difference s·T + c compared with zero is T compared with −c/s, the other way round when s is negative.</summary>
    private void Classify(TruthForm.Comparison comparison)
    {
        var difference = comparison.Difference;
        for (var i = 0; i < _terms.Count; i++)
        {
            var isConstant = difference.IsConstant && _terms[i].IsConstant && difference.IsThereWith(_terms[i]);
            var found = isConstant ? (ExactNumber.One, difference.Constant - _terms[i].Constant) : difference.In(_terms[i]);
            if (found is var (scale, offset))
            {
                Add(i, scale, offset);
                return;
            }
        }

        _terms.Add(difference);
        _thresholds.Add([]);
        Add(_terms.Count - 1, ExactNumber.One, ExactNumber.Zero);

        void Add(int term, ExactNumber scale, ExactNumber offset)
        {
            var threshold = -offset / scale;
            _thresholds[term].Add(threshold);
            _comparisons[comparison] = (term, scale.Sign < 0 ? Mirrored(comparison.Operator) : comparison.Operator, threshold);
        }
    }

    private static BinaryOperator Mirrored(BinaryOperator operation) => operation switch
    {
        BinaryOperator.Less => BinaryOperator.Greater,
        BinaryOperator.LessOrEqual => BinaryOperator.GreaterOrEqual,
        BinaryOperator.Greater => BinaryOperator.Less,
        BinaryOperator.GreaterOrEqual => BinaryOperator.LessOrEqual,
        _ => operation,
    };

    /// <summary>Whether something holds in every cell; <see langword="null"/> when there are too many.</summary>
    private bool? ForAll(Func<Cell, bool> holds)
    {
        // A constant term has one value, its own, and is otherwise missing.
        var lines = _thresholds.Select((thresholds, i) => thresholds.ToArray()).ToArray();
        int[] sizes =
        [
            .. lines.Select(static thresholds => (2 * thresholds.Length) + 2),
            .. _variables.Select(static _ => 3),
            .. _texts.Values.Select(static literals => literals.Count + 2),
        ];
        var count = sizes.Aggregate(1L, static (product, size) => product > MostCells ? product : product * size);
        if (count > MostCells)
        {
            return null;
        }

        var names = _variables.Keys.ToArray();
        var texts = _texts.ToArray();
        var digits = new int[sizes.Length];
        for (var i = 0L; i < count; i++)
        {
            if (!holds(new Cell(digits, lines, names, texts)))
            {
                return false;
            }

            for (var d = 0; d < digits.Length && ++digits[d] == sizes[d]; d++)
            {
                digits[d] = 0;
            }
        }

        return true;
    }

    private Quotient? Choose(QuantityForm form, Cell cell) => form switch
    {
        QuantityForm.Leaf leaf => leaf.Value,
        QuantityForm.Branch branch => Evaluate(branch.Condition, cell) switch
        {
            True => Choose(branch.WhenTrue, cell),
            False => Choose(branch.WhenFalse, cell),
            _ => null,
        },
        _ => throw new InvalidOperationException("There is no other form."),
    };

    private int Evaluate(TruthForm form, Cell cell) => form switch
    {
        TruthForm.TruthLeaf leaf => leaf.Value switch { true => True, false => False, null => Unknown },
        TruthForm.Comparison comparison => Evaluate(_comparisons[comparison], cell),
        TruthForm.Variable variable => cell.Truth(variable.Name),
        TruthForm.TextIs text => cell.TextIs(text.Name, text.Literal),
        TruthForm.Not not => True - Evaluate(not.Operand, cell),
        TruthForm.Both both => Math.Min(Evaluate(both.Left, cell), Evaluate(both.Right, cell)),
        TruthForm.Choice choice => Evaluate(choice.Condition, cell) switch
        {
            True => Evaluate(choice.WhenTrue, cell),
            False => Evaluate(choice.WhenFalse, cell),
            _ => Unknown,
        },
        _ => throw new InvalidOperationException("There is no other form."),
    };

    private int Evaluate((int Term, BinaryOperator Operator, ExactNumber Threshold) comparison, Cell cell)
    {
        if (cell.Compare(comparison.Term, comparison.Threshold, _terms[comparison.Term]) is not { } order)
        {
            return Unknown;
        }

        return comparison.Operator switch
        {
            BinaryOperator.Equal => order == 0,
            BinaryOperator.NotEqual => order != 0,
            BinaryOperator.Less => order < 0,
            BinaryOperator.LessOrEqual => order <= 0,
            BinaryOperator.Greater => order > 0,
            _ => order >= 0,
        } ? True : False;
    }

    /// <summary>One choice of where everything lies.</summary>
    private readonly record struct Cell(int[] Digits, ExactNumber[][] Lines, string[] Names, KeyValuePair<string, SortedSet<string>>[] Texts)
    {
        /// <summary>How a term stands to a threshold; <see langword="null"/> where it is missing.</summary>
        public int? Compare(int term, ExactNumber threshold, Quotient value)
        {
            var digit = Digits[term];
            if (digit == 0)
            {
                return null;
            }

            // 1 lies below the first threshold, 2 on it, 3 between it and the second, …
            return value.IsConstant ? value.Constant.CompareTo(threshold) : (digit - 1).CompareTo((2 * Array.IndexOf(Lines[term], threshold)) + 1);
        }

        public int Truth(string name) => Digits[Lines.Length + Array.IndexOf(Names, name)];

        public int TextIs(string name, string literal)
        {
            var index = Array.FindIndex(Texts, text => text.Key == name);
            var digit = Digits[Lines.Length + Names.Length + index];
            return digit == 0 ? Unknown : digit == 1 + Texts[index].Value.ToList().IndexOf(literal) ? True : False;
        }
    }

    private sealed class ReferenceComparer : IEqualityComparer<(Quotient, Quotient)>
    {
        public static ReferenceComparer Instance { get; } = new();

        public bool Equals((Quotient, Quotient) x, (Quotient, Quotient) y) => ReferenceEquals(x.Item1, y.Item1) && ReferenceEquals(x.Item2, y.Item2);

        public int GetHashCode((Quotient, Quotient) obj) => HashCode.Combine(
            System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj.Item1), System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj.Item2));
    }
}
