namespace Pipeline.Articles.Cleaning.Html;

/// <summary>Marks that an element's name and attributes give.</summary>
internal static class HtmlMarks
{
    public static HtmlMark Of(HtmlTag tag) => tag switch
    {
        HtmlTag.A => HtmlMark.Link,
        HtmlTag.B or HtmlTag.Strong => HtmlMark.Bold,
        HtmlTag.I or HtmlTag.Em or HtmlTag.Cite => HtmlMark.Italic,
        HtmlTag.Article => HtmlMark.Article,
        HtmlTag.Main => HtmlMark.Main,
        HtmlTag.Aside => HtmlMark.Aside,
        HtmlTag.Header => HtmlMark.Header,
        HtmlTag.Footer => HtmlMark.Footer,
        HtmlTag.Nav or HtmlTag.Menu => HtmlMark.Nav,
        HtmlTag.Form or HtmlTag.FieldSet or HtmlTag.Label => HtmlMark.Form,
        HtmlTag.Figure or HtmlTag.FigCaption or HtmlTag.Picture => HtmlMark.Figure,
        HtmlTag.Table => HtmlMark.Table,
        HtmlTag.Ul or HtmlTag.Ol or HtmlTag.Dl => HtmlMark.List,
        HtmlTag.BlockQuote or HtmlTag.Q => HtmlMark.Quote,
        >= HtmlTag.H1 and <= HtmlTag.H6 => HtmlMark.Heading,
        HtmlTag.NoScript => HtmlMark.NoScript,
        HtmlTag.Template => HtmlMark.Template,
        HtmlTag.Dialog => HtmlMark.Dialog,
        _ => HtmlTraits.Is(tag, HtmlTrait.Invisible) ? HtmlMark.Invisible : HtmlMark.None,
    };

    public static void Read(ref HtmlNode node, HtmlAttribute attribute, int tagStart)
    {
        var name = attribute.Name;
        switch (name.Length)
        {
            case 2 when attribute.NameIs("id"):
                node.IdStart = tagStart + attribute.ValueStart;
                node.IdLength = attribute.Value.Length;
                break;
            case 5 when attribute.NameIs("class"):
                node.ClassStart = tagStart + attribute.ValueStart;
                node.ClassLength = attribute.Value.Length;
                break;
            case 5 when attribute.NameIs("style"):
                node.Marks |= Hides(attribute.Value) ? HtmlMark.Hidden : HtmlMark.None;
                break;
            case 6 when attribute.NameIs("hidden"):
                node.Marks |= HtmlMark.Hidden;
                break;
            case 4 when attribute.NameIs("role"):
                node.Marks |= OfRole(attribute.Value);
                break;
            case 8 when attribute.NameIs("itemprop"):
                node.Marks |= HtmlMark.HasItemProp;
                node.Marks |= attribute.Value.Contains("articleBody", StringComparison.OrdinalIgnoreCase) ? HtmlMark.ArticleBody : HtmlMark.None;
                break;
            case 14 when attribute.NameIs("shadowrootmode"):
                // A declarative shadow root: browsers show its content.
                node.Marks &= ~HtmlMark.Template;
                break;
            case 11 when attribute.NameIs("aria-hidden") && attribute.Value.Equals("true", StringComparison.OrdinalIgnoreCase):
                node.Marks |= HtmlMark.Hidden;
                break;
        }
    }

    private static bool Hides(ReadOnlySpan<char> style)
    {
        var at = style.IndexOf("display", StringComparison.OrdinalIgnoreCase);
        if (at >= 0 && style[(at + 7)..].TrimStart(" :").StartsWith("none", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        at = style.IndexOf("visibility", StringComparison.OrdinalIgnoreCase);
        return at >= 0 && style[(at + 10)..].TrimStart(" :").StartsWith("hidden", StringComparison.OrdinalIgnoreCase);
    }

    private static HtmlMark OfRole(ReadOnlySpan<char> role) => role switch
    {
        "main" => HtmlMark.Main,
        "article" => HtmlMark.Article,
        "navigation" or "menu" or "menubar" => HtmlMark.Nav,
        "complementary" => HtmlMark.Aside,
        "banner" => HtmlMark.Header,
        "contentinfo" => HtmlMark.Footer,
        "dialog" or "alertdialog" or "alert" => HtmlMark.Dialog,
        "search" or "form" => HtmlMark.Form,
        "heading" => HtmlMark.Heading,
        _ => HtmlMark.None,
    };
}
