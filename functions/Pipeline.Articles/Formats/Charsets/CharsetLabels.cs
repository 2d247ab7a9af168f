using System.Collections.Frozen;
using System.Text;

namespace Pipeline.Articles.Formats.Charsets;

/// <summary>
/// From a label in a header or a page to the encoding that browsers read it with (WHATWG Encoding Standard, section 4.2):
/// "iso-8859-1" means windows-1252, "gb2312" means GB18030. The provider of code pages is asked directly and not registered,
/// so that nothing changes for the rest of the process.
/// </summary>
internal static class CharsetLabels
{
    private static readonly FrozenDictionary<string, string> Aliases = Table(
        ("utf-8", "utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8 utf-8-sig utf8mb4"),
        ("windows-1252", """
            windows-1252 iso-8859-1 latin1 latin-1 l1 ascii us-ascii ansi_x3.4-1968 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987
            cp1252 x-cp1252 cp819 ibm819 iso-ir-100 csisolatin1 ansi windows1252 iso-8859-1-windows-3.1-latin-1
            """),
        ("windows-1250", "windows-1250 cp1250 x-cp1250 windows1250"),
        ("windows-1251", "windows-1251 cp1251 x-cp1251 windows1251 win-1251 win1251"),
        ("windows-1253", "windows-1253 cp1253 x-cp1253"),
        ("windows-1254", "windows-1254 cp1254 x-cp1254 iso-8859-9 iso8859-9 iso88599 iso_8859-9 latin5 l5 csisolatin5 iso-ir-148"),
        ("windows-1255", "windows-1255 cp1255 x-cp1255"),
        ("windows-1256", "windows-1256 cp1256 x-cp1256"),
        ("windows-1257", "windows-1257 cp1257 x-cp1257"),
        ("windows-1258", "windows-1258 cp1258 x-cp1258"),
        ("windows-874", "windows-874 tis-620 iso-8859-11 iso8859-11 dos-874"),
        ("iso-8859-2", "iso-8859-2 iso8859-2 iso88592 iso_8859-2 latin2 l2 csisolatin2"),
        ("iso-8859-3", "iso-8859-3 iso8859-3 latin3 l3"),
        ("iso-8859-4", "iso-8859-4 iso8859-4 latin4 l4"),
        ("iso-8859-5", "iso-8859-5 iso8859-5 iso88595 cyrillic csisolatincyrillic"),
        ("iso-8859-6", "iso-8859-6 iso8859-6 iso-8859-6-e iso-8859-6-i arabic asmo-708 ecma-114"),
        ("iso-8859-7", "iso-8859-7 iso8859-7 iso88597 greek greek8 elot_928 ecma-118 sun_eu_greek"),
        ("iso-8859-8", "iso-8859-8 iso8859-8 iso-8859-8-e hebrew visual"),
        ("iso-8859-8-i", "iso-8859-8-i logical csiso88598i"),
        ("iso-8859-13", "iso-8859-13 iso8859-13"),
        ("iso-8859-15", "iso-8859-15 iso8859-15 latin-9 l9 iso_8859-15 csisolatin9"),
        ("koi8-r", "koi8-r koi8 koi koi8_r cskoi8r"),
        ("koi8-u", "koi8-u koi8-ru"),
        ("cp866", "ibm866 cp866 866 csibm866"),
        ("macintosh", "macintosh mac x-mac-roman csmacintosh"),
        ("x-mac-cyrillic", "x-mac-cyrillic x-mac-ukrainian"),
        ("gb18030", "gb18030 gbk gb2312 gb_2312 gb_2312-80 csgb2312 chinese x-gbk cp936 ms936 windows-936 iso-ir-58 euc-cn"),
        ("big5", "big5 big5-hkscs cn-big5 csbig5 x-x-big5 cp950 ms950"),
        ("shift_jis", "shift_jis shift-jis sjis x-sjis ms_kanji ms932 windows-31j csshiftjis cp932"),
        ("euc-jp", "euc-jp x-euc-jp cseucpkdfmtjapanese eucjp"),
        ("iso-2022-jp", "iso-2022-jp csiso2022jp"),
        ("euc-kr", """
            euc-kr ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 korean cseuckr windows-949 cp949 ms949 uhc iso-ir-149 csksc56011987
            """),
        ("utf-16le", "utf-16 utf-16le unicode ucs-2 iso-10646-ucs-2 csunicode unicodefeff"),
        ("utf-16be", "utf-16be unicodefffe"),
        ("utf-32", "utf-32 utf-32le"),
        ("utf-32be", "utf-32be"));

    private static readonly FrozenDictionary<string, int> CodePages = new Dictionary<string, int>
    {
        ["gb18030"] = 54936,
        ["big5"] = 950,
        ["shift_jis"] = 932,
        ["euc-jp"] = 51932,
        ["iso-2022-jp"] = 50220,
        ["euc-kr"] = 949,
        ["cp866"] = 866,
        ["windows-874"] = 874,
        ["macintosh"] = 10000,
        ["x-mac-cyrillic"] = 10007,
        ["koi8-u"] = 21866,
        ["koi8-r"] = 20866,
        ["utf-16le"] = 1200,
        ["utf-16be"] = 1201,
        ["utf-32"] = 12000,
        ["utf-32be"] = 12001,
        ["utf-8"] = 65001,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The charset's IANA name, or null when the label is unknown.</summary>
    public static string? NameOf(string? label) =>
        label is not null && Aliases.TryGetValue(label.Trim([' ', '\t', '\r', '\n', '"', '\'']), out var name) ? name : null;

    /// <summary>An encoding that puts U+FFFD for what it cannot decode.</summary>
    /// <param name="name">A name that <see cref="NameOf"/> gave.</param>
    public static Encoding Get(string name) => CodePages.TryGetValue(name, out var codePage)
        ? Get(codePage) : CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ReplacementFallback, Replacement)
            ?? Encoding.GetEncoding(name, EncoderFallback.ReplacementFallback, Replacement);

    private static DecoderReplacementFallback Replacement { get; } = new("\uFFFD");

    private static Encoding Get(int codePage) =>
        CodePagesEncodingProvider.Instance.GetEncoding(codePage, EncoderFallback.ReplacementFallback, Replacement)
        ?? Encoding.GetEncoding(codePage, EncoderFallback.ReplacementFallback, Replacement);

    private static FrozenDictionary<string, string> Table(params (string Name, string Labels)[] rows) =>
        rows.SelectMany(row => row.Labels.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(label => (label, row.Name)))
            .ToFrozenDictionary(pair => pair.label, pair => pair.Name, StringComparer.OrdinalIgnoreCase);
}
