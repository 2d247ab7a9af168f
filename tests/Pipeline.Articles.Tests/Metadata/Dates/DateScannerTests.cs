using Pipeline.Articles.Metadata.Dates;

namespace Pipeline.Articles.Tests.Metadata.Dates;

public class DateScannerTests
{
    [Theory]
    [InlineData("11. Oktober 2025")]
    [InlineData("11. Okt. 2025")]
    [InlineData("Samstag, 11.10.2025")]
    [InlineData("11 octobre 2025")]
    [InlineData("11 de octubre de 2025")]
    [InlineData("11 ottobre 2025")]
    [InlineData("11 de outubro de 2025")]
    [InlineData("11 oktober 2025")]
    [InlineData("11 października 2025")]
    [InlineData("11 октября 2025 г.")]
    [InlineData("11 жовтня 2025 року")]
    [InlineData("11 кастрычніка 2025")]
    [InlineData("11 октомври 2025")]
    [InlineData("11. oktobar 2025")]
    [InlineData("11 Ekim 2025")]
    [InlineData("11. lokakuuta 2025")]
    [InlineData("11. října 2025")]
    [InlineData("11. októbra 2025")]
    [InlineData("11. oktobra 2025")]
    [InlineData("2025. október 11.")]
    [InlineData("11 octombrie 2025")]
    [InlineData("11 Οκτωβρίου 2025")]
    [InlineData("2025 m. spalio 11 d.")]
    [InlineData("2025. gada 11. oktobris")]
    [InlineData("11. oktoober 2025")]
    [InlineData("11 d’octubre de 2025")]
    [InlineData("2025eko urriaren 11")]
    [InlineData("11. október 2025")]
    [InlineData("11 tháng 10, 2025")]
    [InlineData("ngày 11 tháng 10 năm 2025")]
    [InlineData("11 Oktober 2025")]
    [InlineData("11 באוקטובר 2025")]
    [InlineData("11 أكتوبر 2025")]
    [InlineData("١١ أكتوبر ٢٠٢٥")]
    [InlineData("11 تشرين الأول 2025")]
    [InlineData("11 अक्टूबर 2025")]
    [InlineData("११ अक्टूबर २०२५")]
    [InlineData("১১ অক্টোবর ২০২৫")]
    [InlineData("11 அக்டோபர் 2025")]
    [InlineData("11 ოქტომბერი 2025")]
    [InlineData("11 ตุลาคม 2568")]
    [InlineData("๑๑ ต.ค. ๒๕๖๘")]
    [InlineData("11 ต.ค. 2568")]
    [InlineData("۱۹ مهر ۱۴۰۴")]
    [InlineData("۱۱ اکتبر ۲۰۲۵")]
    [InlineData("19 ربيع الآخر 1447")]
    [InlineData("令和7年10月11日")]
    [InlineData("民國114年10月11日")]
    [InlineData("2025年10月11日")]
    [InlineData("二〇二五年十月十一日")]
    [InlineData("2025년 10월 11일")]
    [InlineData("Sat, Oct 11, 2025")]
    [InlineData("Oct. 11th, 2025")]
    [InlineData("2025-10-11")]
    [InlineData("11/Oct/2025")]
    [InlineData("10-11-2025", true)]
    [InlineData("10/11/25", true)]
    [InlineData("11.10.25")]
    public void Find_OneDayInManyTongues_IsThatDay(string text, bool monthFirst = false) =>
        Assert.Equal("2025-10-11", DateScanner.Find(text, new DateHints(MonthFirst: monthFirst))?.Value);

    [Theory]
    [InlineData("Dec. 21, 2023 11:00 pm EST", "2023-12-21T23:00:00-05:00")]
    [InlineData("July 4, 2023 at 9:05 a.m. ET", "2023-07-04T09:05:00-04:00")]
    [InlineData("Published 8:00 PM EST, Tue December 19, 2023", "2023-12-19T20:00:00-05:00")]
    [InlineData("04:22, 24 Dec 2023", "2023-12-24T04:22")]
    [InlineData("Dec 22, 20234:46 AM EST", "2023-12-22T04:46:00-05:00")]
    [InlineData("Dec. 23, 2023 3 AM PT", "2023-12-23T03:00:00-08:00")]
    [InlineData("22.12.2023, 14:05 Uhr", "2023-12-22T14:05")]
    [InlineData("22.12.2023 14.05 Uhr MEZ", "2023-12-22T14:05:00+01:00")]
    [InlineData("22 décembre 2023 à 14h05", "2023-12-22T14:05")]
    [InlineData("2023年12月22日 下午3:05", "2023-12-22T15:05")]
    [InlineData("2023년 12월 22일 오후 3:05", "2023-12-22T15:05")]
    [InlineData("2023年12月22日 15時05分", "2023-12-22T15:05")]
    [InlineData("20/1/2026 18:30 WIB", "2026-01-20T18:30:00+07:00")]
    [InlineData("22 Dec 2023 10:20 GMT+5:30", "2023-12-22T10:20:00+05:30")]
    [InlineData("22 декабря 2023, 10:20 МСК", "2023-12-22T10:20:00+03:00")]
    [InlineData("12/22/2023 05:00 AM EST", "2023-12-22T05:00:00-05:00")]
    [InlineData("Dec 19, 2023 4 min read", "2023-12-19")]
    [InlineData("December 19, 2023 - 12 comments", "2023-12-19")]
    public void Find_TimeBesideTheDay_KeepsItAndItsZone(string text, string expected) => Assert.Equal(expected, DateScanner.Find(text)?.Value);

    [Fact]
    public void Find_NameThatMeansTwoMonths_IsReadInTheTextsLanguage()
    {
        Assert.Equal("2025-11-11", DateScanner.Find("11 listopada 2025")?.Value);
        Assert.Equal("2025-10-11", DateScanner.Find("11. listopada 2025.", new DateHints("hr"))?.Value);
    }

    [Theory]
    [InlineData("05.03.2025", "2025-03-05")]
    [InlineData("03.12.2025", "2025-03-12")]
    [InlineData("12.11.2025", null)]
    public void Find_AmbiguousDayThatWouldLieInTheFuture_IsReadTheOtherWay(string text, string? expected) =>
        Assert.Equal(expected, DateScanner.Find(text, new DateHints(Latest: new DateTimeOffset(2025, 6, 1, 0, 0, 0, TimeSpan.Zero)))?.Value);

    [Fact]
    public void FindAll_TwoDates_AreApartWithTheirTimes()
    {
        const string Line = "PUBLISHED: December 22, 2023 at 8:48 p.m. | UPDATED: December 23, 2023 at 10:54 a.m.";

        var dates = DateScanner.FindAll(Line, default);

        Assert.Equal(["2023-12-22T20:48", "2023-12-23T10:54"], dates.Select(date => date.Value));
        Assert.Equal("December 22, 2023 at 8:48 p.m.", Line[dates[0].Start..dates[0].End]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uD800\uD800 12 \uDC00 2023")]
    [InlineData("12 12 12 12 12 12")]
    [InlineData("99999999999999999999 2023 12")]
    [InlineData("31 February 2023")]
    [InlineData("© 2023–2025")]
    [InlineData("1.2.3.4")]
    public void Find_NoDate_ReturnsNull(string text) => Assert.Null(DateScanner.Find(text));
}
