namespace KaigoDsl.Runtime.Tests;

public sealed class CellParserTests
{
    [Theory]
    [InlineData("○", Answer.Met)]
    [InlineData("◯", Answer.Met)]
    [InlineData("〇", Answer.Met)]
    [InlineData(" 1 ", Answer.Met)]
    [InlineData("１", Answer.Met)]
    [InlineData("該当", Answer.Met)]
    [InlineData("Met", Answer.Met)]
    [InlineData("4", Answer.Met)]
    [InlineData("４点", Answer.Met)]
    [InlineData("4.0", Answer.Met)]
    [InlineData("×", Answer.NotMet)]
    [InlineData("✕", Answer.NotMet)]
    [InlineData("✗", Answer.NotMet)]
    [InlineData("0", Answer.NotMet)]
    [InlineData("0点", Answer.NotMet)]
    [InlineData("非該当", Answer.NotMet)]
    [InlineData("not-met", Answer.NotMet)]
    [InlineData("not_met", Answer.NotMet)]
    [InlineData("未実施", Answer.NotImplemented)]
    [InlineData("not-implemented", Answer.NotImplemented)]
    [InlineData("not_done", Answer.NotImplemented)]
    [InlineData("未報告", Answer.NotReported)]
    [InlineData("not-reported", Answer.NotReported)]
    [InlineData("", Answer.NotReported)]
    [InlineData("　", Answer.NotReported)]
    public void Answers(string text, Answer expected) => Assert.Equal(expected, Accept(text, Column(ColumnType.Answer) with { Points = 4 }).Answer);

    [Theory]
    [InlineData("3")]
    [InlineData("-4")]
    [InlineData("4円")]
    [InlineData("-")]
    [InlineData("◎")]
    [InlineData("yes")]
    public void Other_answers_are_refused(string text)
    {
        var problem = Refuse(text, Column(ColumnType.Answer) with { Points = 4 });
        Assert.Equal((CellProblemKind.Malformed, text), (problem.Kind, problem.Read));
        Assert.Contains("（4か0）", problem.Japanese, StringComparison.Ordinal);
        Assert.Contains("(4 or 0)", problem.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("12", "人", 1, 1, "12")]
    [InlineData("12人", "人", 1, 1, "12")]
    [InlineData("1,234人", "人", 1, 1, "1234")]
    [InlineData("１，２３４．５", "人", 1, 1, "2469/2")]
    [InlineData("1_234", "人", 1, 1, "1234")]
    [InlineData("3千人", "人", 1, 1, "3000")]
    [InlineData("3千", "人", 1, 1, "3000")]
    [InlineData("2.5億円", "円", 1, 1, "250000000")]
    [InlineData("3億5,000万円", "円", 1, 1, "350000000")]
    [InlineData("-3億5千円", "円", 1, 1, "-300005000")]
    [InlineData("12", "千円", 1000, 1, "12000")]
    [InlineData("12千円", "千円", 1000, 1, "12000")]
    [InlineData("12円", "千円", 1000, 1, "12")]
    [InlineData("1.2万円", "千円", 1000, 1, "12000")]
    [InlineData("35", "%", 1, 100, "7/20")]
    [InlineData("35%", "%", 1, 100, "7/20")]
    [InlineData("35％", "%", 1, 100, "7/20")]
    [InlineData("7割", "%", 1, 100, "7/10")]
    [InlineData("35%", "割合", 1, 1, "7/20")]
    [InlineData("0.35", "", 1, 1, "7/20")]
    [InlineData("1/3", "", 1, 1, "1/3")]
    [InlineData("-7/2", "", 1, 1, "-7/2")]
    [InlineData("△5", "人", 1, 1, "-5")]
    [InlineData("▲ 5人", "人", 1, 1, "-5")]
    [InlineData("−5", "人", 1, 1, "-5")]
    [InlineData("＋5", "人", 1, 1, "5")]
    [InlineData("9223372036854775807", "", 1, 1, "9223372036854775807")]
    [InlineData("", "人", 1, 1, "")]
    [InlineData("-", "人", 1, 1, "")]
    [InlineData("ー", "人", 1, 1, "")]
    [InlineData("欠測", "人", 1, 1, "")]
    public void Quantities(string text, string unit, long factor, long over, string expected)
    {
        var column = Column(ColumnType.Quantity) with { Unit = unit, UnitFactor = Rational.Create(factor, over) };
        Assert.Equal(expected, Accept(text, column).Quantity.ToString());
    }

    [Theory]
    [InlineData("12円", "人", CellProblemKind.WrongUnit)]
    [InlineData("12%", "人", CellProblemKind.WrongUnit)]
    [InlineData("3千", "千円", CellProblemKind.WrongUnit)]
    [InlineData("3万5億円", "円", CellProblemKind.WrongUnit)]
    [InlineData("1E+05", "人", CellProblemKind.WrongUnit)]
    [InlineData("1/2/3", "人", CellProblemKind.WrongUnit)]
    [InlineData("1,5", "人", CellProblemKind.Malformed)]
    [InlineData("1234,567", "人", CellProblemKind.Malformed)]
    [InlineData("1,", "人", CellProblemKind.Malformed)]
    [InlineData("1.", "人", CellProblemKind.Malformed)]
    [InlineData(".5", "人", CellProblemKind.Malformed)]
    [InlineData("1/0", "人", CellProblemKind.Malformed)]
    [InlineData("--1", "人", CellProblemKind.Malformed)]
    [InlineData("多数", "人", CellProblemKind.Malformed)]
    [InlineData("9223372036854775808", "人", CellProblemKind.OutOfRange)]
    [InlineData("0.00000000000000000001", "人", CellProblemKind.OutOfRange)]
    [InlineData("9000000000兆", "人", CellProblemKind.OutOfRange)]
    public void Other_quantities_are_refused(string text, string unit, CellProblemKind kind)
    {
        var column = Column(ColumnType.Quantity) with { Unit = unit, UnitFactor = unit == "千円" ? 1000 : 1 };
        var problem = Refuse(text, column);
        Assert.Equal(kind, problem.Kind);
        Assert.Contains(unit, problem.Japanese, StringComparison.Ordinal);
        Assert.Contains(text, problem.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Endless_digits_are_refused_at_once() =>
        Assert.Equal(CellProblemKind.OutOfRange, Refuse(new string('9', 10_000_000), Column(ColumnType.Quantity)).Kind);

    [Theory]
    [InlineData("0", "0")]
    [InlineData("60点", "60")]
    [InlineData("", "")]
    [InlineData("61", null)]
    [InlineData("1.5", null)]
    [InlineData("-1", null)]
    public void Points_are_whole_and_at_most_the_full_mark(string text, string? expected)
    {
        var column = new ColumnSchema("体制", ColumnKind.Points, ColumnType.Quantity) { Unit = "点", Points = 60 };
        if (expected is null)
        {
            Assert.Equal((CellProblemKind.OutOfRange, "0から60までの整数の得点"), (Refuse(text, column).Kind, Refuse(text, column).ExpectedJapanese));
        }
        else
        {
            Assert.Equal(expected, Accept(text, column).Quantity.ToString());
        }
    }

    [Theory]
    [InlineData("○", Truth.True)]
    [InlineData("1", Truth.True)]
    [InlineData("真", Truth.True)]
    [InlineData("はい", Truth.True)]
    [InlineData("TRUE", Truth.True)]
    [InlineData("yes", Truth.True)]
    [InlineData("×", Truth.False)]
    [InlineData("0", Truth.False)]
    [InlineData("偽", Truth.False)]
    [InlineData("いいえ", Truth.False)]
    [InlineData("False", Truth.False)]
    [InlineData("no", Truth.False)]
    [InlineData("", Truth.Unknown)]
    [InlineData("2", null)]
    public void Truths(string text, Truth? expected)
    {
        if (expected is { } truth)
        {
            Assert.Equal(truth, Accept(text, Column(ColumnType.Truth)).Truth);
        }
        else
        {
            Assert.Equal(CellProblemKind.Malformed, Refuse(text, Column(ColumnType.Truth)).Kind);
        }
    }

    [Theory]
    [InlineData("令和7年度", "2025")]
    [InlineData("令和元年度", "2019")]
    [InlineData("令和７", "2025")]
    [InlineData("R7", "2025")]
    [InlineData("r07", "2025")]
    [InlineData("平成31年度", "2019")]
    [InlineData("H30", "2018")]
    [InlineData("昭和60年度", "1985")]
    [InlineData("2025年度", "2025")]
    [InlineData("FY2025", "2025")]
    [InlineData("２０２５", "2025")]
    [InlineData("", "")]
    [InlineData("平成32年度", null)]
    [InlineData("令和0年度", null)]
    [InlineData("R", null)]
    [InlineData("25", null)]
    [InlineData("2025年", null)]
    [InlineData("来年度", null)]
    public void Years(string text, string? expected) => Check(text, Column(ColumnType.Year), expected, CellProblemKind.Malformed);

    [Theory]
    [InlineData("2025-04-01", "20250401")]
    [InlineData("2025/4/1", "20250401")]
    [InlineData("2024-02-29", "20240229")]
    [InlineData("", "")]
    [InlineData("2025-4", null)]
    [InlineData("4/1/2025", null)]
    public void Dates(string text, string? expected) => Check(text, Column(ColumnType.Date), expected, CellProblemKind.Malformed);

    [Theory]
    [InlineData("2025-02-29")]
    [InlineData("2025/13/1")]
    [InlineData("2025-00-10")]
    public void Days_the_calendar_lacks_are_said_to_be_so(string text) => Check(text, Column(ColumnType.Date), null, CellProblemKind.NoSuchDate);

    [Fact]
    public void Members_are_exact_and_problems_list_them()
    {
        var column = Column(ColumnType.Enumeration) with { Members = ["新規", "継続"] };
        Assert.Equal("継続", Accept(" 継続 ", column).Text);
        Assert.Null(Accept("", column).Text);
        var problem = Refuse("廃止", column);
        Assert.Equal((CellProblemKind.UnknownMember, "新規・継続のいずれか", "one of 新規, 継続"), (problem.Kind, problem.ExpectedJapanese, problem.ExpectedEnglish));
    }

    [Fact]
    public void A_key_may_not_be_blank_but_another_text_may()
    {
        Assert.Equal("01100", Accept("01100", new ColumnSchema("団体コード", ColumnKind.Key, ColumnType.Text)).Text);
        Assert.Equal(CellProblemKind.BlankKey, Refuse("　", new ColumnSchema("団体コード", ColumnKind.Key, ColumnType.Text)).Kind);
        Assert.Null(Accept(" ", Column(ColumnType.Text)).Text);
    }

    /// <summary>What is accepted is never changed by writing it back and reading it again; what is refused leaves no value behind.</summary>
    [Fact]
    public void Random_texts_never_throw_and_accepted_quantities_read_back()
    {
        var random = new Random(11);
        const string Alphabet = "0123456789０５,.，/_-−△▲+千万億人円%割 　○×R令和年度元";
        var accepted = 0;
        for (var i = 0; i < 50_000; i++)
        {
            var text = string.Create(random.Next(1, 8), random, static (span, r) =>
            {
                foreach (ref var c in span)
                {
                    c = Alphabet[r.Next(Alphabet.Length)];
                }
            });
            foreach (var type in Enum.GetValues<ColumnType>())
            {
                var column = Column(type) with { Unit = type == ColumnType.Quantity ? "人" : string.Empty, Points = 4 };
                var ok = CellParser.TryParse(text, column, out var value, out var problem);
                Assert.Equal(ok, problem is null);
                if (!ok)
                {
                    Assert.Equal(CellValue.Blank, value);
                    Assert.Equal(text.Trim(), problem!.Read);
                }
                else if (type == ColumnType.Quantity && !value.Quantity.IsMissing)
                {
                    accepted++;
                    Assert.Equal(value, Accept(value.Quantity.ToString(), column));
                }
            }
        }

        Assert.True(accepted > 1_000, $"only {accepted} quantities were accepted");
    }

    private static ColumnSchema Column(ColumnType type) => new("列", type == ColumnType.Answer ? ColumnKind.Answer : ColumnKind.Input, type);

    private static void Check(string text, ColumnSchema column, string? expected, CellProblemKind kind)
    {
        if (expected is null)
        {
            Assert.Equal(kind, Refuse(text, column).Kind);
        }
        else
        {
            Assert.Equal(expected, Accept(text, column).Quantity.ToString());
        }
    }

    private static CellValue Accept(string text, ColumnSchema column)
    {
        Assert.True(CellParser.TryParse(text, column, out var value, out var problem), problem?.English);
        return value;
    }

    private static CellProblem Refuse(string text, ColumnSchema column)
    {
        Assert.False(CellParser.TryParse(text, column, out _, out var problem), $"`{text}` was accepted.");
        return problem;
    }
}
