using System.Collections.Immutable;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Tooling.Equivalence;

/// <summary>A polynomial in named variables with exact coefficients; zero coefficients are not kept, so that equal polynomials have equal terms.</summary>
internal sealed class Polynomial
{
    private const char Times = '·';

    private readonly ImmutableSortedDictionary<string, ExactNumber> _terms;

    private Polynomial(ImmutableSortedDictionary<string, ExactNumber> terms) => _terms = terms;

    public static Polynomial Of(ExactNumber value) => new(value.Sign == 0
        ? ImmutableSortedDictionary.Create<string, ExactNumber>(StringComparer.Ordinal)
        : ImmutableSortedDictionary.Create<string, ExactNumber>(StringComparer.Ordinal).Add(string.Empty, value));

    public static Polynomial Of(string variable) =>
        new(ImmutableSortedDictionary.Create<string, ExactNumber>(StringComparer.Ordinal).Add(variable.Replace(Times, '.') + Times, ExactNumber.One));

    public bool IsZero => _terms.IsEmpty;

    public bool IsConstant => _terms.Count == 0 || (_terms.Count == 1 && _terms.ContainsKey(string.Empty));

    /// <summary>The number, when it is constant.</summary>
    public ExactNumber Constant => _terms.TryGetValue(string.Empty, out var value) ? value : ExactNumber.Zero;

    public int Count => _terms.Count;

    public IEnumerable<string> Variables =>
        _terms.Keys.SelectMany(static monomial => monomial.Split(Times, StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal);

    public static Polynomial operator +(Polynomial left, Polynomial right)
    {
        var terms = left._terms.ToBuilder();
        foreach (var (monomial, coefficient) in right._terms)
        {
            Add(terms, monomial, coefficient);
        }

        return new Polynomial(terms.ToImmutable());
    }

    public static Polynomial operator -(Polynomial left, Polynomial right) => left + right.Scale(new ExactNumber(-1));

    public static Polynomial operator *(Polynomial left, Polynomial right)
    {
        var terms = Of(ExactNumber.Zero)._terms.ToBuilder();
        foreach (var (a, x) in left._terms)
        {
            foreach (var (b, y) in right._terms)
            {
                Add(terms, Join(a, b), x * y);
            }
        }

        return new Polynomial(terms.ToImmutable());
    }

    public Polynomial Scale(ExactNumber factor) => factor.Sign == 0
        ? Of(ExactNumber.Zero)
        : new Polynomial(_terms.ToImmutableSortedDictionary(static t => t.Key, t => t.Value * factor, StringComparer.Ordinal));

    /// <summary>Divided by its first coefficient: equal for polynomials that differ by a factor only.</summary>
    public Polynomial Normalised() => IsZero ? this : Scale(ExactNumber.One / _terms.First().Value);

    public ExactNumber At(Func<string, ExactNumber> value)
    {
        var sum = ExactNumber.Zero;
        foreach (var (monomial, coefficient) in _terms)
        {
            sum += monomial.Split(Times, StringSplitOptions.RemoveEmptyEntries).Aggregate(coefficient, (product, variable) => product * value(variable));
        }

        return sum;
    }

    public override string ToString() => string.Join(" + ", _terms.Select(static term => $"{term.Value}*{term.Key}"));

    private static void Add(ImmutableSortedDictionary<string, ExactNumber>.Builder terms, string monomial, ExactNumber coefficient)
    {
        var sum = terms.TryGetValue(monomial, out var known) ? known + coefficient : coefficient;
        if (sum.Sign == 0)
        {
            terms.Remove(monomial);
        }
        else
        {
            terms[monomial] = sum;
        }
    }

    private static string Join(string left, string right) => string.Concat(
        left.Split(Times, StringSplitOptions.RemoveEmptyEntries)
            .Concat(right.Split(Times, StringSplitOptions.RemoveEmptyEntries))
            .Order(StringComparer.Ordinal)
            .Select(static variable => variable + Times));
}
