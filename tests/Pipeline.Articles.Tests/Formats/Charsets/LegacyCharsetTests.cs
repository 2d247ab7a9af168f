using System.Text;
using Pipeline.Articles.Formats;
using Pipeline.Articles.Formats.Charsets;

namespace Pipeline.Articles.Tests.Formats.Charsets;

public sealed class LegacyCharsetTests
{
    public static TheoryData<string, string> Pairs() => Texts.Pairs();

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Decode_DeclaredByHeader_ComesBackExactly(string language, string charset)
    {
        var text = Texts.Of(language, charset);
        var decoded = Decode(Encode(text, charset), declared: charset);
        Assert.Equal(text, decoded.Text);
        Assert.Equal(charset, decoded.Charset);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Decode_DeclaredByMeta_ComesBackExactly(string language, string charset)
    {
        var page = $"<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset={charset}\"></head><body>{Texts.Of(language, charset)}</body></html>";
        Assert.Equal(page, Decode(Encode(page, charset), MediaKind.Html).Text);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Decode_NotDeclared_ComesBackExactly(string language, string charset)
    {
        var text = Texts.Of(language, charset);
        Assert.Equal(text, Decode(Encode(text, charset)).Text);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Decode_NotDeclaredAndInMarkup_ComesBackExactly(string language, string charset)
    {
        var markup = string.Concat(Enumerable.Repeat("<div class=\"nav-item\"><a href=\"/section/page.html\" title=\"section\">section</a></div>\n", 60));
        var page = $"<html><head><title>{Texts.Of(language, charset)[..40]}</title></head><body>{markup}<p>{Texts.Of(language, charset)}</p>{markup}</body></html>";
        Assert.Equal(page, Decode(Encode(page, charset), MediaKind.Html).Text);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Decode_DeclaredWrong_EvidenceWins(string language, string charset)
    {
        var text = Texts.Of(language, charset);
        if (charset is not ("windows-1252" or "iso-8859-15"))
        {
            Assert.Equal(text, Decode(Encode(text, charset), declared: "iso-8859-1").Text);
        }

        Assert.Equal(text, Decode(Encode(text, charset), declared: "utf-8").Text);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Decode_Utf8DeclaredAsLegacy_EvidenceWins(string language, string charset)
    {
        var text = Texts.Of(language, charset);
        Assert.Equal(text, Decode(Encoding.UTF8.GetBytes(text), declared: charset).Text);
    }

    private static byte[] Encode(string text, string charset)
    {
        var bytes = CharsetLabels.Get(charset).GetBytes(text);
        Assert.Equal(text, CharsetLabels.Get(charset).GetString(bytes));
        return bytes;
    }

    private static SourceText Decode(byte[] bytes, MediaKind kind = MediaKind.PlainText, string? declared = null) =>
        Reading.Text(new RawEntry { Bytes = bytes, Kind = kind, DeclaredCharset = declared });
}
