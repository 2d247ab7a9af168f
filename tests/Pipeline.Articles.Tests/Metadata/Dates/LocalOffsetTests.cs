using Pipeline.Articles.Metadata;
using Pipeline.Articles.Metadata.Dates;

namespace Pipeline.Articles.Tests.Metadata.Dates;

public class LocalOffsetTests
{
    [Theory]
    [InlineData("2023-12-22T04:00:41+00:00", "2023-12-21T23:00:00-05:00", "2023-12-21T23:00:41-05:00")]
    [InlineData("2023-12-22T18:30:00+00:00", "2023-12-23T00:00", "2023-12-23T00:00:00+05:30")]
    [InlineData("2023-12-22T04:00:41+00:00", "2023-12-21T23:07", "2023-12-22T04:00:41+00:00")]
    [InlineData("2023-12-22T04:00:41+00:00", "2023-12-21", "2023-12-22T04:00:41+00:00")]
    [InlineData("2023-12-22", "2023-12-21T23:00", "2023-12-22")]
    [InlineData("2023-12-22T04:00:00+00:00", "2023-12-29T04:00", "2023-12-22T04:00:00+00:00")]
    public void Apply_ShownLocalTime_GivesTheInstantItsZoneOnlyWhereBothAreTheSame(string stated, string shown, string expected) =>
        Assert.Equal(expected, LocalOffset.Apply(new SourcedDate(stated, "json-ld", stated), new SourcedDate(shown, "text", shown)).Value);
}
