namespace KaigoDsl.Runtime;

public readonly partial struct Rational
{
    /// <summary>The sum; missing absorbs.</summary>
    public static Rational operator +(Rational left, Rational right)
    {
        // Most numbers are whole: points, persons, yen.
        if (left._denominator == 1 && right._denominator == 1)
        {
            var sum = left._numerator + right._numerator;
            if (((left._numerator ^ sum) & (right._numerator ^ sum)) >= 0)
            {
                return new Rational(sum, 1);
            }
        }

        if (left._denominator != 0 && right._denominator != 0)
        {
            // Two products below 2^126 each: their sum stays below 2^127.
            return left._denominator == right._denominator
                ? Reduce((Int128)left._numerator + right._numerator, left._denominator)
                : Reduce(
                    ((Int128)left._numerator * right._denominator) + ((Int128)right._numerator * left._denominator),
                    (Int128)left._denominator * right._denominator);
        }

        return left.IsMissing || right.IsMissing
            ? Missing
            : Create((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);
    }

    /// <summary>The difference; missing absorbs.</summary>
    public static Rational operator -(Rational left, Rational right)
    {
        if (left._denominator == 1 && right._denominator == 1)
        {
            var difference = left._numerator - right._numerator;
            if (((left._numerator ^ right._numerator) & (left._numerator ^ difference)) >= 0)
            {
                return new Rational(difference, 1);
            }
        }

        if (left._denominator != 0 && right._denominator != 0)
        {
            return left._denominator == right._denominator
                ? Reduce((Int128)left._numerator - right._numerator, left._denominator)
                : Reduce(
                    ((Int128)left._numerator * right._denominator) - ((Int128)right._numerator * left._denominator),
                    (Int128)left._denominator * right._denominator);
        }

        return left.IsMissing || right.IsMissing
            ? Missing
            : Create((left.Numerator * right.Denominator) - (right.Numerator * left.Denominator), left.Denominator * right.Denominator);
    }

    /// <summary>The negation; missing stays missing.</summary>
    public static Rational operator -(Rational value) =>
        value._denominator != 0 && value._numerator != long.MinValue
            ? new Rational(-value._numerator, value._denominator)
            : value.IsMissing ? Missing : Create(-value.Numerator, value.Denominator);

    /// <summary>The product; missing absorbs.</summary>
    public static Rational operator *(Rational left, Rational right)
    {
        if (left._denominator == 1 && right._denominator == 1 && Math.BigMul(left._numerator, right._numerator, out var product) == product >> 63)
        {
            return new Rational(product, 1);
        }

        if (left._denominator != 0 && right._denominator != 0)
        {
            return Reduce((Int128)left._numerator * right._numerator, (Int128)left._denominator * right._denominator);
        }

        return left.IsMissing || right.IsMissing
            ? Missing
            : Create(left.Numerator * right.Numerator, left.Denominator * right.Denominator);
    }

    /// <summary>The quotient; missing absorbs, and division by zero is missing.</summary>
    public static Rational operator /(Rational left, Rational right)
    {
        if (left._denominator != 0 && right._denominator != 0)
        {
            return Reduce((Int128)left._numerator * right._denominator, (Int128)left._denominator * right._numerator);
        }

        return left.IsMissing || right.IsMissing
            ? Missing
            : Create(left.Numerator * right.Denominator, left.Denominator * right.Numerator);
    }

    /// <summary>Same value, as <see cref="Equals(Rational)"/>.</summary>
    public static bool operator ==(Rational left, Rational right) => left.Equals(right);

    /// <summary>Different value, as <see cref="Equals(Rational)"/>.</summary>
    public static bool operator !=(Rational left, Rational right) => !left.Equals(right);

    /// <summary>A whole number.</summary>
    public static implicit operator Rational(int value) => new(value, 1);

    /// <summary>left ＜ right; unknown when a side is missing.</summary>
    public static Truth Less(Rational left, Rational right) =>
        left.IsMissing || right.IsMissing ? Truth.Unknown : Kleene.From(left.CompareTo(right) < 0);

    /// <summary>left ≤ right; unknown when a side is missing.</summary>
    public static Truth LessOrEqual(Rational left, Rational right) =>
        left.IsMissing || right.IsMissing ? Truth.Unknown : Kleene.From(left.CompareTo(right) <= 0);

    /// <summary>left ＞ right; unknown when a side is missing.</summary>
    public static Truth Greater(Rational left, Rational right) => Less(right, left);

    /// <summary>left ≥ right; unknown when a side is missing.</summary>
    public static Truth GreaterOrEqual(Rational left, Rational right) => LessOrEqual(right, left);

    /// <summary>left = right; unknown when a side is missing.</summary>
    public static Truth Equal(Rational left, Rational right) =>
        left.IsMissing || right.IsMissing ? Truth.Unknown : Kleene.From(left.Equals(right));

    /// <summary>left ≠ right; unknown when a side is missing.</summary>
    public static Truth NotEqual(Rational left, Rational right) => Kleene.Not(Equal(left, right));
}
