using Pipeline.Articles.Formats;
using Pipeline.Articles.Tests.Cleaning;

namespace Pipeline.Articles.Tests.Metadata.Dates;

public class RedatedPageTests
{
    [Theory]
    [InlineData("March 4, 2023", "2023-03-04")]
    [InlineData("Published March 4, 2023", "2023-03-04")]
    [InlineData("May 3, 2024", "2024-05-03")]
    public void Clean_EarlierDayBelowTheTitle_IsThePublication(string shown, string expected) =>
        Assert.Equal(expected, Published(Line(shown)));

    [Theory]
    [InlineData("June 20, 2024", "2024-06-20")]
    [InlineData("Updated June 20, 2024", "2024-05-04T02:30:00+00:00")]
    [InlineData("June 21, 2024", "2024-05-04T02:30:00+00:00")]
    [InlineData("May 5, 2024", "2024-05-04T02:30:00+00:00")]
    public void Clean_LaterDayBelowTheTitle_IsThePublicationWhereTheMarkupKnowsItAndItIsNoUpdate(string shown, string expected) =>
        Assert.Equal(expected, Published(Line(shown)));

    [Theory]
    [InlineData("<div class='article-meta date'>Published May 4, 2024</div><div class='article-meta date'>Posted March 4, 2023</div>")]
    [InlineData("<p>The council had met on the bridge on 4 March 2023.</p>")]
    public void Clean_OtherDayBesideTheStatedOneOrInASentence_ChangesNothing(string below) =>
        Assert.Equal("2024-05-04T02:30:00+00:00", Published(below));

    [Fact]
    public void Clean_DayFarAboveTheTitle_ChangesNothing() =>
        Assert.Equal("2024-05-04T02:30:00+00:00", Published("", Line("March 4, 2023") + "<p><a href='/'>Home</a></p><p><a href='/local'>Local</a></p>"));

    private static string Line(string date) => $"<div class='article-meta date'>{date}</div>";

    private static string Published(string below, string above = "") => CleanerCalls.Article(
        $"""
        <html lang="en-US"><head><meta property="article:published_time" content="2024-05-04T02:30:00Z">
        <meta property="article:modified_time" content="2024-06-20T08:00:00Z"></head>
        <body>{above}<article><h1>River bridge closes for a year</h1>{below}
        <p>The old bridge over the river will be closed from Monday, the city council said, and it will stay closed for a year.</p>
        <p>Engineers found cracks in two of its five piers in March. "We could not wait any longer," said the head of the works.</p>
        <p>Drivers will have to take the motorway bridge, four kilometres to the north, until the work has been finished.</p></article></body></html>
        """, MediaKind.Html).Metadata.Published!.Value;
}
