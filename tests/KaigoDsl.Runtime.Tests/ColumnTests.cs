using System.Numerics;

namespace KaigoDsl.Runtime.Tests;

public sealed class ColumnTests
{
    [Fact]
    public void Quantities_come_back_exactly_whichever_way_they_are_held()
    {
        var random = new Random(3);
        var (scaled, unscaled) = (0, 0);
        for (var i = 0; i < 1_000; i++)
        {
            var denominators = i % 3 == 0 ? new long[] { 1_000_000_007, 1_000_000_009, 998_244_353 } : [1, 2, 10];
            Rational[] values =
            [
                .. Enumerable.Range(0, random.Next(6)).Select(_ => random.Next(4) == 0
                    ? Rational.Missing
                    : Rational.Create(random.NextInt64(-1_000_000_000_000, 1_000_000_000_000), denominators[random.Next(denominators.Length)])),
            ];
            var column = QuantityColumn.FromValues(values);
            Assert.Equal(values, Enumerable.Range(0, column.Count).Select(row => column[row]));
            Assert.Equal(values.Select(value => value.IsMissing), Enumerable.Range(0, column.Count).Select(column.IsMissing));
            Assert.Equal(values.Count(value => value.IsMissing), column.BlankCount);
            var copy = new Rational[values.Length];
            column.CopyTo(copy);
            Assert.Equal(values, copy);
            scaled += column.IsScaled ? 1 : 0;
            unscaled += column.IsScaled ? 0 : 1;
        }

        Assert.True(scaled > 100 && unscaled > 100);
    }

    [Fact]
    public void Numbers_beyond_64_bits_are_held_exactly()
    {
        Rational[] values = [Rational.Create(BigInteger.Pow(10, 30), 7), 1];
        var column = QuantityColumn.FromValues(values);
        Assert.False(column.IsScaled);
        Assert.Equal(values[0], column[0]);
    }

    [Fact]
    public void Mantissas_are_read_over_their_denominator()
    {
        var column = QuantityColumn.FromMantissas([5, 99, -10], 10, [false, true, false]);
        Assert.Equal([Rational.Create(1, 2), Rational.Missing, -1], Enumerable.Range(0, 3).Select(row => column[row]));
        Assert.Throws<ArgumentOutOfRangeException>(() => QuantityColumn.FromMantissas([1], 0));
        Assert.Throws<ArgumentException>(() => QuantityColumn.FromMantissas([1, 2], 1, [true]));
    }

    [Fact]
    public void A_table_refuses_columns_that_do_not_fit_its_schema()
    {
        var schema = new TableSchema("市町村", [new("団体コード", ColumnKind.Key, ColumnType.Text), new("人口", ColumnKind.Attribute, ColumnType.Quantity)]);
        TableColumn keys = TextColumn.FromValues(["1", "2"]);
        var table = new EntityTable(schema, 2, [keys, TableColumn.Blank(ColumnType.Quantity, 2)]);
        Assert.Equal("2", table.Key(1));
        Assert.Equal(string.Empty, table.Name(1));
        Assert.Throws<ArgumentException>(() => new EntityTable(schema, 2, [keys]));
        Assert.Throws<ArgumentException>(() => new EntityTable(schema, 3, [keys, TableColumn.Blank(ColumnType.Quantity, 2)]));
        Assert.Throws<ArgumentException>(() => new EntityTable(schema, 2, [keys, TableColumn.Blank(ColumnType.Truth, 2)]));
    }

    [Fact]
    public void Headers_are_found_by_name_and_alias_and_must_be_unambiguous()
    {
        var item = new ColumnSchema("成果指標.1.ア", ColumnKind.Answer, ColumnType.Answer) { Aliases = ["推進.Ⅳ.1.ア", "支援.Ⅳ.1.ア"] };
        var schema = new TableSchema("市町村", [item]);
        Assert.Equal(0, schema.IndexOf("支援.Ⅳ.1.ア"));
        Assert.Equal(-1, schema.IndexOf("支援.Ⅳ.1.イ"));
        Assert.Throws<ArgumentException>(() => new TableSchema("市町村", [item, item with { Name = "他" }]));
    }

    [Theory]
    [InlineData(3, 4, 7)]
    [InlineData(ScoreColumn.Unknown, 4, ScoreColumn.Unknown)]
    [InlineData(4, ScoreColumn.Unknown, ScoreColumn.Unknown)]
    public void Points_add_and_unknown_absorbs(int left, int right, int sum) => Assert.Equal(sum, Points.Add(left, right));

    [Fact]
    public void Points_never_overflow_silently() => Assert.Throws<OverflowException>(() => Points.Add(int.MaxValue, 1));

    [Fact]
    public void A_points_cell_is_a_whole_number_from_zero_up()
    {
        Assert.Equal(ScoreColumn.Unknown, Points.FromCell(Rational.Missing));
        Assert.Equal(60, Points.FromCell(60));
        foreach (var bad in new[] { Rational.Create(1, 2), -1, Rational.FromInt64(1L << 31) })
        {
            Assert.Throws<ArgumentException>(() => Points.FromCell(bad));
        }
    }
}
