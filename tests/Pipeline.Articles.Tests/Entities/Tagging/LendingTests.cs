using Pipeline.Articles.Entities.Tagging;

namespace Pipeline.Articles.Tests.Entities.Tagging;

public sealed class LendingTests
{
    [Fact]
    public void Lend_TwoAtOnce_NotTheSame()
    {
        var lending = new Lending<object>(() => new object());
        using var first = lending.Lend();
        using var second = lending.Lend();
        Assert.NotSame(first.Value, second.Value);
    }

    [Fact]
    public void Lend_AfterGivenBack_TheSameAgain()
    {
        var lending = new Lending<object>(() => new object());
        object before;
        using (var loan = lending.Lend())
            before = loan.Value;
        using var again = lending.Lend();
        Assert.Same(before, again.Value);
    }
}
