namespace KaigoDsl.Runtime.Tests;

public sealed class ClauseWalkTests
{
    private enum Outcome
    {
        不明,
        拡充,
        上限,
        それ以外,
    }

    [Theory]
    [InlineData(Truth.True, Truth.Unknown, 0)]
    [InlineData(Truth.False, Truth.True, 1)]
    [InlineData(Truth.Unknown, Truth.True, 1)] // Passed over, but it would have decided the same way.
    [InlineData(Truth.False, Truth.False, 2)]
    [InlineData(Truth.Unknown, Truth.False, -1)] // 該当 or 非該当: nobody can tell.
    [InlineData(Truth.False, Truth.Unknown, -1)]
    public void The_first_clause_that_holds_decides_unless_an_unknown_one_says_otherwise(Truth first, Truth second, int decided)
    {
        var walk = ClauseWalk.Begin();
        _ = walk.Try(true, first) || walk.Try(true, second) || walk.Otherwise(false);
        Assert.Equal(decided, walk.Decided);
    }

    [Fact]
    public void An_unknown_negative_clause_leaves_a_positive_one_in_doubt()
    {
        var walk = ClauseWalk.Begin();
        _ = walk.Try(false, Truth.Unknown) || walk.Try(true, Truth.True) || walk.Otherwise(false);
        Assert.Equal(-1, walk.Decided);
    }

    [Fact]
    public void A_column_of_decisions_tells_outcome_label_and_reason()
    {
        var decisions = new DecisionColumn<Outcome>(
            [
                new DecisionClause<Outcome>(Outcome.拡充, "1", true, "該当 (1) 事業費を拡充した場合"),
                new DecisionClause<Outcome>(Outcome.それ以外, string.Empty, false, "非該当"),
            ],
            [0, 1, -1]);
        Assert.Equal([Outcome.拡充, Outcome.それ以外, Outcome.不明], Enumerable.Range(0, 3).Select(row => decisions[row]));
        Assert.Equal([Truth.True, Truth.False, Truth.Unknown], Enumerable.Range(0, 3).Select(decisions.IsMet));
        Assert.Equal(["1", "", null], Enumerable.Range(0, 3).Select(decisions.Label));
        Assert.Equal("該当 (1) 事業費を拡充した場合", decisions.Reason(0));
        Assert.Equal(DecisionColumn<Outcome>.UnknownReason, decisions.Reason(2));
    }
}
