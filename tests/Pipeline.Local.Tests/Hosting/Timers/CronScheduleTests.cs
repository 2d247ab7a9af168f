using System.Globalization;
using Pipeline.Local.Hosting.Timers;

namespace Pipeline.Local.Tests.Hosting.Timers;

public sealed class CronScheduleTests
{
    [Theory]
    [InlineData("0 */5 * * * *", "2026-01-05T06:02:30", "2026-01-05T06:05:00")]
    [InlineData("0 */5 * * * *", "2026-01-05T06:05:00", "2026-01-05T06:10:00")]
    [InlineData("*/15 * * * * *", "2026-01-05T06:00:59.5", "2026-01-05T06:01:00")]
    [InlineData("0 0 * * * *", "2026-12-31T23:30:00", "2027-01-01T00:00:00")]
    [InlineData("0 30 9 * * 1-5", "2026-01-09T09:30:00", "2026-01-12T09:30:00")]
    [InlineData("0 30 9 * Jan Mon", "2026-02-01T00:00:00", "2027-01-04T09:30:00")]
    [InlineData("0 0 9-17 * * *", "2026-01-05T17:00:01", "2026-01-06T09:00:00")]
    [InlineData("5,8,10 * * * * *", "2026-01-05T06:00:08", "2026-01-05T06:00:10")]
    [InlineData("0 0 0 29 2 *", "2026-01-01T00:00:00", "2028-02-29T00:00:00")]
    [InlineData("0 10-50/20 * * * *", "2026-01-05T06:11:00", "2026-01-05T06:30:00")]
    [InlineData("0 0 3 31 * *", "2026-01-31T03:00:00", "2026-03-31T03:00:00")]
    public void Next_Schedule_GivesTheFirstTimeAfter(string expression, string time, string expected)
    {
        Assert.Equal(Utc(expected), CronSchedule.Parse(expression).Next(Utc(time)));
    }

    [Fact]
    public void Next_DayThatNeverComes_GivesNone()
    {
        Assert.Null(CronSchedule.Parse("0 0 0 31 2 *").Next(Utc("2026-01-01T00:00:00")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("* * * * *")]
    [InlineData("60 * * * * *")]
    [InlineData("0 0 0 0 * *")]
    [InlineData("0 5-1 * * * *")]
    [InlineData("0 */0 * * * *")]
    [InlineData("0 1-2-3 * * * *")]
    [InlineData("0 x * * * *")]
    [InlineData("0 -1 * * * *")]
    [InlineData("0 99999999999 * * * *")]
    public void Parse_BrokenExpression_Throws(string expression)
    {
        Assert.Throws<FormatException>(() => CronSchedule.Parse(expression));
    }

    private static DateTime Utc(string text) =>
        DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
