using System.Collections.Frozen;

namespace Pipeline.Articles.Cleaning.Html;

/// <summary>What an element means to tree construction and to reading.</summary>
[Flags]
internal enum HtmlTrait : ushort
{
    None = 0,

    /// <summary>Has no content and no end tag.</summary>
    Void = 1,

    /// <summary>Its content is characters up to its own end tag.</summary>
    RawText = 2,

    /// <summary>Starts a new line of text before and after.</summary>
    Block = 4,

    /// <summary>Its start tag ends an open paragraph.</summary>
    EndsParagraph = 8,

    /// <summary>An end tag of an inline element does not reach over it.</summary>
    Special = 16,

    /// <summary>End tags do not reach over it at all.</summary>
    Scope = 32,

    /// <summary>Its content is never shown as text.</summary>
    Invisible = 64,

    /// <summary>May stand in the head.</summary>
    InHead = 128,
}

/// <summary>Names and traits of elements, after the HTML standard's tree construction (html.spec.whatwg.org, 13.2.6).</summary>
internal static class HtmlTraits
{
    private static readonly FrozenDictionary<string, HtmlTag> ByName = Enum.GetValues<HtmlTag>()
        .Where(tag => tag > HtmlTag.Unknown)
        .ToFrozenDictionary(tag => tag.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, HtmlTag>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        ByName.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly HtmlTrait[] Table = Build();

    public static HtmlTrait Of(HtmlTag tag) => Table[(int)tag];

    public static bool Is(HtmlTag tag, HtmlTrait trait) => (Table[(int)tag] & trait) != 0;

    public static bool IsHeading(HtmlTag tag) => tag is >= HtmlTag.H1 and <= HtmlTag.H6;

    /// <summary>The element of a name in any case.</summary>
    public static HtmlTag Find(ReadOnlySpan<char> name)
    {
        const int LongestName = 10;
        if (name.Length > LongestName)
        {
            return HtmlTag.Unknown;
        }

        Span<char> lower = stackalloc char[LongestName];
        for (var i = 0; i < name.Length; i++)
        {
            lower[i] = name[i] is >= 'A' and <= 'Z' ? (char)(name[i] | 0x20) : name[i];
        }

        return BySpan.TryGetValue(lower[..name.Length], out var tag) ? tag : HtmlTag.Unknown;
    }

    private static HtmlTrait[] Build()
    {
        var table = new HtmlTrait[(int)HtmlTag.Marquee + 1];
        Add(HtmlTrait.Void, HtmlTag.Meta, HtmlTag.Link, HtmlTag.Base, HtmlTag.Frame, HtmlTag.Hr, HtmlTag.Br, HtmlTag.Wbr,
            HtmlTag.Col, HtmlTag.Img, HtmlTag.Source, HtmlTag.Track, HtmlTag.Embed, HtmlTag.Param, HtmlTag.Area, HtmlTag.Input);
        Add(HtmlTrait.RawText, HtmlTag.Script, HtmlTag.Style, HtmlTag.Title, HtmlTag.TextArea, HtmlTag.IFrame, HtmlTag.NoEmbed,
            HtmlTag.Xmp, HtmlTag.PlainText);
        Add(HtmlTrait.Invisible, HtmlTag.Script, HtmlTag.Style, HtmlTag.Title, HtmlTag.Template, HtmlTag.TextArea, HtmlTag.IFrame,
            HtmlTag.NoEmbed, HtmlTag.Video, HtmlTag.Audio, HtmlTag.Canvas, HtmlTag.Svg, HtmlTag.Math, HtmlTag.Object,
            HtmlTag.Select, HtmlTag.DataList, HtmlTag.Applet, HtmlTag.Head, HtmlTag.Option, HtmlTag.OptGroup, HtmlTag.NoScript,
            HtmlTag.Button);
        Add(HtmlTrait.Block | HtmlTrait.EndsParagraph | HtmlTrait.Special, HtmlTag.Article, HtmlTag.Main, HtmlTag.Section,
            HtmlTag.Nav, HtmlTag.Aside, HtmlTag.Header, HtmlTag.Footer, HtmlTag.Address, HtmlTag.Search, HtmlTag.HGroup,
            HtmlTag.Div, HtmlTag.Center, HtmlTag.P, HtmlTag.Pre, HtmlTag.BlockQuote, HtmlTag.Figure, HtmlTag.FigCaption,
            HtmlTag.Hr, HtmlTag.Details, HtmlTag.Summary, HtmlTag.Dialog, HtmlTag.FieldSet, HtmlTag.Form, HtmlTag.Menu,
            HtmlTag.H1, HtmlTag.H2, HtmlTag.H3, HtmlTag.H4, HtmlTag.H5, HtmlTag.H6, HtmlTag.Ul, HtmlTag.Ol, HtmlTag.Li,
            HtmlTag.Dl, HtmlTag.Dt, HtmlTag.Dd, HtmlTag.Xmp, HtmlTag.PlainText);
        Add(HtmlTrait.Block | HtmlTrait.Special, HtmlTag.Html, HtmlTag.Body, HtmlTag.Frameset, HtmlTag.Table, HtmlTag.Caption,
            HtmlTag.THead, HtmlTag.TBody, HtmlTag.TFoot, HtmlTag.Tr, HtmlTag.Td, HtmlTag.Th, HtmlTag.Legend, HtmlTag.Marquee,
            HtmlTag.NoFrames, HtmlTag.Button);
        Add(HtmlTrait.EndsParagraph, HtmlTag.Table);
        Add(HtmlTrait.Scope, HtmlTag.Html, HtmlTag.Table, HtmlTag.Caption, HtmlTag.Td, HtmlTag.Th, HtmlTag.Template,
            HtmlTag.Marquee, HtmlTag.Object, HtmlTag.Applet, HtmlTag.Svg, HtmlTag.Math);
        Add(HtmlTrait.InHead, HtmlTag.Title, HtmlTag.Meta, HtmlTag.Link, HtmlTag.Base, HtmlTag.Script, HtmlTag.Style,
            HtmlTag.NoScript, HtmlTag.Template);
        return table;

        void Add(HtmlTrait trait, params ReadOnlySpan<HtmlTag> tags)
        {
            foreach (var tag in tags)
            {
                table[(int)tag] |= trait;
            }
        }
    }
}
