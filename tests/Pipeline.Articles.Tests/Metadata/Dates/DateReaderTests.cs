using Pipeline.Articles.Metadata.Dates;

namespace Pipeline.Articles.Tests.Metadata.Dates;

public class DateReaderTests
{
    [Theory]
    [InlineData("2023-12-22", "2023-12-22")]
    [InlineData("2023-12-22T22:20:00+02:00", "2023-12-22T22:20:00+02:00")]
    [InlineData("2023-12-22T22:20:00Z", "2023-12-22T22:20:00+00:00")]
    [InlineData("2023-12-22T22:20:00.123Z", "2023-12-22T22:20:00+00:00")]
    [InlineData("2023-12-22 22:20:00+0000", "2023-12-22T22:20:00+00:00")]
    [InlineData("2023-12-22T22:20", "2023-12-22T22:20")]
    [InlineData("20231222T222000Z", "2023-12-22")]
    [InlineData("2023/12/22", "2023-12-22")]
    [InlineData("Fri, 22 Dec 2023 22:20:00 GMT", "2023-12-22T22:20:00+00:00")]
    [InlineData("December 22, 2023 at 10:20 PM", "2023-12-22T22:20")]
    [InlineData("22 December 2023", "2023-12-22")]
    [InlineData("Dec. 22nd, 2023", "2023-12-22")]
    [InlineData("22. Dezember 2023", "2023-12-22")]
    [InlineData("22 de diciembre de 2023", "2023-12-22")]
    [InlineData("22 décembre 2023", "2023-12-22")]
    [InlineData("22.12.2023", "2023-12-22")]
    [InlineData("22 декабря 2023", "2023-12-22")]
    [InlineData("2023年12月22日", "2023-12-22")]
    [InlineData("2025.10.11-00:14", "2025-10-11T00:14")]
    [InlineData("1703283600", "2023-12-22T22:20:00+00:00")]
    public void Read_StatedDate_KeepsItAsExactAsStated(string raw, string expected) => Assert.Equal(expected, DateReader.Read(raw));

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("2023-13-45")]
    [InlineData("0001-01-01T00:00:00")]
    [InlineData("Copyright 2023")]
    [InlineData("1970-01-01T00:00:00Z")]
    [InlineData("Version 1.2.2023.4")]
    [InlineData("99999999999999999999")]
    public void Read_NoDate_ReturnsNull(string raw) => Assert.Null(DateReader.Read(raw));

    [Theory]
    [InlineData("2025-10-11", true)]
    [InlineData("2025-10-10", false)]
    [InlineData("2025-10-10T13:00", false)]
    [InlineData("2025-10-10T12:20:00+00:00", true)]
    [InlineData("2025-10-10T12:05:00+00:00", false)]
    [InlineData("2025-10-10T20:00:00+09:00", false)]
    public void Read_DateAfterTheReceipt_IsNone(string raw, bool isFuture)
    {
        var hints = new DateHints(Latest: new DateTimeOffset(2025, 10, 10, 0, 0, 0, TimeSpan.Zero) + TimeSpan.FromHours(raw.Length == 10 ? 9 : 12));

        Assert.Equal(isFuture, DateReader.Read(raw, hints) is null);
    }
}
