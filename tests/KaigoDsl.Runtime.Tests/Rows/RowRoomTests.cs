using System.Numerics;

namespace KaigoDsl.Runtime.Tests.Rows;

/// <summary>Expressions over whole columns are what <see cref="Rational"/> and <see cref="Kleene"/> say row by row, whether numbers fit in 64 bits or not.</summary>
public sealed class RowRoomTests
{
    private const int Rounds = 400;

    public static TheoryData<string> Operations => [.. s_operations.Keys];

    private static readonly Dictionary<string, (Func<QuantityRows, QuantityRows, QuantityRows> Rows, Func<Rational, Rational, Rational> Row)> s_operations = new()
    {
        ["+"] = (static (a, b) => a + b, static (a, b) => a + b),
        ["-"] = (static (a, b) => a - b, static (a, b) => a - b),
        ["*"] = (static (a, b) => a * b, static (a, b) => a * b),
        ["/"] = (static (a, b) => a / b, static (a, b) => a / b),
        ["negate"] = (static (a, _) => -a, static (a, _) => -a),
        ["min"] = (QuantityRows.Min, Rational.Min),
        ["max"] = (QuantityRows.Max, Rational.Max),
        ["choose"] = (static (a, b) => (a < b).Choose(a, b), static (a, b) => Rational.Less(a, b) switch { Truth.True => a, Truth.False => b, _ => Rational.Missing }),
    };

    private static readonly (Func<QuantityRows, QuantityRows, TruthRows> Rows, Func<Rational, Rational, Truth> Row)[] s_comparisons =
    [
        (static (a, b) => a < b, Rational.Less),
        (static (a, b) => a <= b, Rational.LessOrEqual),
        (static (a, b) => a > b, Rational.Greater),
        (static (a, b) => a >= b, Rational.GreaterOrEqual),
        (QuantityRows.Equal, Rational.Equal),
    ];

    [Theory]
    [MemberData(nameof(Operations))]
    public void Columns_are_worked_out_as_rows_are(string operation)
    {
        var (rows, row) = s_operations[operation];
        var room = new RowRoom(0);
        var (whole, fractions) = (0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            var random = new Random(round);
            var (left, right) = Pair(random);
            room.Reset(left.Length);
            var result = rows(Columns(room, left, random), Columns(room, right, random));
            Assert.Equal(left.Zip(right, row), result.ToRationals());
            Assert.Equal(left.Zip(right, row), Enumerable.Range(0, left.Length).Select(i => result.ToColumn()[i]));
            var scalar = right[0];
            if (operation is "+" or "-" or "*" or "/")
            {
                var (a, b) = (Columns(room, left, random), scalar);
                var (after, before) = operation switch { "+" => (a + b, b + a), "-" => (a - b, b - a), "*" => (a * b, b * a), _ => (a / b, b / a) };
                Assert.Equal(left.Select(value => row(value, scalar)), after.ToRationals());
                Assert.Equal(left.Select(value => row(scalar, value)), before.ToRationals());
            }

            (whole, fractions) = result.IsWhole ? (whole + 1, fractions) : (whole, fractions + 1);
        }

        Assert.InRange(whole, 20, Rounds);
        Assert.InRange(fractions, 20, Rounds);
    }

    [Fact]
    public void Comparisons_and_their_logic_are_those_of_rows()
    {
        var room = new RowRoom(0);
        for (var round = 0; round < Rounds; round++)
        {
            var random = new Random(round);
            var (left, right) = Pair(random);
            room.Reset(left.Length);
            var (a, b) = (Columns(room, left, random), Columns(room, right, random));
            foreach (var (rows, row) in s_comparisons)
            {
                var (first, second) = (rows(a, b), rows(b, a));
                Truth[] x = [.. left.Zip(right, row)];
                Truth[] y = [.. right.Zip(left, row)];
                Assert.Equal(x, first.ToTruths());
                Assert.Equal(x.Zip(y, Kleene.And), (first & second).ToTruths());
                Assert.Equal(x.Zip(y, Kleene.Or), (first | second).ToTruths());
                Assert.Equal(x.Select(Kleene.Not), (!first).ToTruths());
                Assert.Equal(x.Zip(y, static (p, q) => Kleene.Equal(p, q)), TruthRows.Equal(first, second).ToTruths());
                Assert.Equal(x.Zip(y, static (p, q) => p == Truth.Unknown ? p : p == Truth.True ? q : p), first.Choose(second, first).ToTruths());
            }
        }
    }

    [Theory]
    [InlineData(RankDirection.HighestFirst)]
    [InlineData(RankDirection.LowestFirst)]
    public void Standings_count_who_is_better_and_who_is_worse(RankDirection direction)
    {
        var room = new RowRoom(0);
        for (var round = 0; round < Rounds; round++)
        {
            var random = new Random(round);
            var (values, other) = Pair(random);
            room.Reset(values.Length);
            var population = random.Next(2) == 0 ? null : room.Of([.. other.Select(static value => value.IsMissing ? Truth.Unknown : Kleene.From(value.Sign >= 0))]);
            var standing = room.Rank(Columns(room, values, random), population, direction);
            bool[] isRanked = [.. values.Select((value, row) => !value.IsMissing && (population is null || population[row] == Truth.True))];
            Rational[] ranked = [.. values.Where((_, row) => isRanked[row])];
            Assert.Equal(ranked.Length, standing.N);
            for (var row = 0; row < values.Length; row++)
            {
                var sign = direction == RankDirection.HighestFirst ? 1 : -1;
                Rational Count(int side) => isRanked[row] ? 1 + ranked.Count(value => value.CompareTo(values[row]) * sign * side > 0) : Rational.Missing;
                Assert.Equal(Count(1), standing[row]);
                Assert.Equal(Count(-1), standing.FromWorst(row));
            }
        }
    }

    [Fact]
    public void Points_that_are_not_known_are_missing()
    {
        var room = new RowRoom(3);
        Assert.Equal([7, Rational.Missing, 0], room.Points([7, ScoreColumn.Unknown, 0]).ToRationals());
    }

    [Fact]
    public void Another_number_of_rows_and_another_room_are_refused()
    {
        var room = new RowRoom(2);
        Assert.Throws<ArgumentException>(() => room.Points([1]));
        Assert.Throws<ArgumentException>(() => room.Constant(1) + new RowRoom(2).Constant(1));
    }

    /// <summary>Either a view of a column as it is loaded, or values one by one; the results must not differ.</summary>
    private static QuantityRows Columns(RowRoom room, Rational[] values, Random random) =>
        random.Next(2) == 0 ? room.Of(QuantityColumn.FromValues(values)) : room.Of(values);

    private static (Rational[] Left, Rational[] Right) Pair(Random random)
    {
        var count = random.Next(1, 40);
        var (kind, other, gaps) = (random.Next(5), random.Next(5), random.Next(3) == 0);
        return (Column(kind), Column(other));

        Rational[] Column(int sort) => [.. Enumerable.Range(0, count).Select(_ => gaps && random.Next(6) == 0 ? Rational.Missing : Value(sort))];

        Rational Value(int sort) => sort switch
        {
            0 => random.Next(-5, 6),
            1 => random.Next(-100_000, 100_000),
            2 => Rational.Create(random.Next(-1_000, 1_000), 10),
            3 => Rational.Create(random.Next(-50, 50), random.Next(1, 1_000_003)),
            _ => Rational.Create(new BigInteger(random.NextInt64(long.MinValue, long.MaxValue)) * (random.Next(4) == 0 ? 4 : 1), BigInteger.One),
        };
    }
}
