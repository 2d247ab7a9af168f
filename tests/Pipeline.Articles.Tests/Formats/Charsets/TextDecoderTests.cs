using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Pipeline.Articles.Formats.Charsets;

namespace Pipeline.Articles.Tests.Formats.Charsets;

public sealed class TextDecoderTests
{
    public static readonly TheoryData<string> WideCharsets = ["utf-8", "utf-16", "utf-16BE", "utf-32", "utf-32BE"];

    [Theory]
    [MemberData(nameof(WideCharsets))]
    public void Decode_ByteOrderMark_RoundTripsAnyString(string charset)
    {
        var encoding = Encoding.GetEncoding(charset);
        var strings = ArbMap.Default.GeneratorFor<string>().Where(s => s is not null).Select(s => s.Replace("\uFEFF", "", StringComparison.Ordinal));
        Prop.ForAll(strings.ToArbitrary(), text =>
        {
            var valid = encoding.GetString(encoding.GetBytes(text));
            if (charset.StartsWith("utf-16", StringComparison.Ordinal) && valid.StartsWith('\0'))
            {
                return true;
            }

            byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
            return TextDecoder.Decode(bytes, "windows-1251").Text == valid;
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    [InlineData("utf-32BE")]
    public void Decode_WideWithoutMark_Readable(string charset)
    {
        foreach (var (_, text, _) in Texts.All)
        {
            Assert.Equal(text, TextDecoder.Decode(Encoding.GetEncoding(charset).GetBytes(text)).Text);
        }
    }

    [Fact]
    public void Decode_LineEnds_KeptAsTheyAre() =>
        Assert.Equal("a\r\nb\rc\n", TextDecoder.Decode("\uFEFFa\r\nb\rc\n"u8).Text);

    [Theory]
    [InlineData(0xFF)]
    [InlineData(0xC3)]
    [InlineData(0xE9)]
    public void Decode_FewBadBytesInUtf8_RestReadable(int bad)
    {
        foreach (var (language, text, _) in Texts.All)
        {
            var bytes = Encoding.UTF8.GetBytes(text).ToList();
            var at = bytes.IndexOf((byte)'\n');
            bytes.Insert(at, (byte)bad);
            var decoded = TextDecoder.Decode(bytes.ToArray(), "iso-8859-1");
            Assert.Equal("utf-8", decoded.Charset);
            var expected = text.Insert(text.IndexOf('\n', StringComparison.Ordinal), "\uFFFD");
            Assert.True(expected == decoded.Text || language is "German" or "French" or "Spanish" or "Thai", language);
        }
    }

    [Fact]
    public void Decode_OneBadByteInAscii_NoOtherCharset()
    {
        var decoded = TextDecoder.Decode([.. "Plain words "u8, 0xFF, .. " and more of them."u8]);
        Assert.Equal("Plain words \uFFFD and more of them.", decoded.Text);
    }

    [Fact]
    public void Decode_Windows1252LinesInUtf8_DecodedByLine()
    {
        var decoded = TextDecoder.Decode([.. "Überschrift: größer\n"u8, .. "Das Caf"u8, 0xE9, .. " dr"u8, 0xFC, .. "ben"u8, 0x97, .. "\n"u8, .. "Schluß – fertig\n"u8]);
        Assert.Equal("Überschrift: größer\nDas Café drüben—\nSchluß – fertig\n", decoded.Text);
    }

    [Fact]
    public void Decode_ShortChineseThatIsAlsoUtf8_DeclarationDecides()
    {
        byte[] bytes = [0xC1 + 1, 0xA8, 0xCD, 0xA8];
        Assert.Equal("utf-8", TextDecoder.Decode(bytes).Charset);
        Assert.Equal("gb18030", TextDecoder.Decode(bytes, "gb2312").Charset);
    }

    [Fact]
    public void Get_EveryCharset_NothingRegisteredForTheProcess()
    {
        Assert.Equal(1251, CharsetLabels.Get("windows-1251").CodePage);
        Assert.Throws<ArgumentException>(() => Encoding.GetEncoding("windows-1251"));
    }

    [Theory]
    [InlineData("ISO-8859-1", "windows-1252")]
    [InlineData(" gb2312 ", "gb18030")]
    [InlineData("x-sjis", "shift_jis")]
    [InlineData("KS_C_5601-1987", "euc-kr")]
    [InlineData("shift-jis", "shift_jis")]
    [InlineData("utf8", "utf-8")]
    [InlineData("no-such", null)]
    public void NameOf_Label_AsBrowsersReadIt(string label, string? name) => Assert.Equal(name, CharsetLabels.NameOf(label));

    [Theory]
    [InlineData("<meta charset=koi8-r>", "koi8-r")]
    [InlineData("<html><META content='text/html; charset=big5' http-equiv=Content-Type>", "big5")]
    [InlineData("<meta charset = \"euc-kr\" />", "euc-kr")]
    [InlineData("<?xml version=\"1.0\" encoding=\"windows-1251\"?><html>", "windows-1251")]
    [InlineData("<p>charset=big5</p>", null)]
    public void Find_Declaration_Label(string html, string? label) => Assert.Equal(label, HtmlCharset.Find(Encoding.UTF8.GetBytes(html)));

    [Property]
    public bool Decode_AnyBytes_NeverThrows(byte[] bytes) => TextDecoder.Decode(bytes, "shift_jis").Text is not null;
}
