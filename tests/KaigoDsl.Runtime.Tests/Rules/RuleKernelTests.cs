namespace KaigoDsl.Runtime.Tests;

public sealed class RuleKernelTests
{
    [Theory]
    [InlineData(5, 2, 1, 2, 3, 3)]
    [InlineData(-5, 2, 1, -2, -3, -3)]
    [InlineData(7, 3, 1, 2, 2, 3)]
    [InlineData(-7, 3, 1, -2, -2, -3)]
    [InlineData(6, 1, 2, 6, 6, 6)]
    public void Numbers_are_rounded_to_whole_units_by_their_size(long numerator, long denominator, long unit, long down, long nearest, long up)
    {
        var value = Rational.Create(numerator, denominator);
        var step = Rational.FromInt64(unit);
        Assert.Equal(Rational.FromInt64(down), Rational.RoundDown(value, step));
        Assert.Equal(Rational.FromInt64(nearest), Rational.RoundNearest(value, step));
        Assert.Equal(Rational.FromInt64(up), Rational.RoundUp(value, step));
    }

    [Fact]
    public void A_unit_may_be_a_fraction_and_nothing_comes_of_nothing()
    {
        Assert.Equal(Rational.Create(16667, 10000), Rational.RoundNearest(Rational.Create(5, 3), Rational.Create(1, 10000)));
        Assert.True(Rational.RoundDown(Rational.Missing, Rational.One).IsMissing);
        Assert.True(Rational.RoundDown(Rational.One, Rational.Zero).IsMissing);
    }

    [Fact]
    public void Standings_count_from_either_end_and_leave_out_who_is_not_ranked()
    {
        Rational[] values = [30, 10, Rational.Missing, 30, 20, 99];
        Truth[] population = [Truth.True, Truth.True, Truth.True, Truth.True, Truth.True, Truth.Unknown];
        var room = new RowRoom(values.Length);
        var standing = room.Rank(room.Of(values), room.Of(population), RankDirection.HighestFirst);
        Rational[] fromBest = [1, 4, Rational.Missing, 1, 3, Rational.Missing];
        Rational[] fromWorst = [3, 1, Rational.Missing, 3, 2, Rational.Missing];
        Assert.Equal(4, standing.N);
        Assert.Equal(fromBest, Enumerable.Range(0, 6).Select(row => standing[row]));
        Assert.Equal(fromWorst, Enumerable.Range(0, 6).Select(standing.FromWorst));
    }

    [Fact]
    public void Columns_that_were_not_given_are_named_and_blank_ones_are_not_missed()
    {
        var schema = new TableSchema("市町村", [new ColumnSchema("団体コード", ColumnKind.Key, ColumnType.Text), new ColumnSchema("所要見込額", ColumnKind.Input, ColumnType.Quantity)]);
        EntityTable Table(params int[] absent) =>
            new(schema, 1, [TextColumn.FromValues(["1"]), TableColumn.Blank(ColumnType.Quantity, 1)]) { AbsentColumns = [.. absent] };

        MissingColumnsException.ThrowIfAny(Table(), "配分 推進", 0, 1);
        MissingColumnsException.ThrowIfAny(Table(1), "配分 推進", 0);
        var exception = Assert.Throws<MissingColumnsException>(() => MissingColumnsException.ThrowIfAny(Table(1), "配分 推進", 0, 1));
        Assert.Equal("所要見込額", Assert.Single(exception.Columns));
        Assert.Equal("配分 推進 reads columns that the table does not have: `所要見込額`.", exception.Message);
    }
}
