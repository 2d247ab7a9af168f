using System.Collections.Frozen;

namespace Pipeline.Articles.Cleaning.Html;

/// <summary>What class names and ids say of an element's purpose, one bit each.</summary>
[Flags]
internal enum ClassHint : uint
{
    None = 0,
    Article = 1,
    Content = 2,
    Body = 4,
    Post = 8,
    Text = 16,
    Title = 32,
    Author = 64,
    Date = 128,
    Share = 256,
    Related = 512,
    Comment = 1024,
    Navigation = 2048,
    Footer = 4096,
    Header = 8192,
    Sidebar = 16384,
    Advertisement = 1 << 15,
    Newsletter = 1 << 16,
    Consent = 1 << 17,
    Caption = 1 << 18,
    Tags = 1 << 19,
    List = 1 << 20,
    Card = 1 << 21,
    Widget = 1 << 22,
    Lead = 1 << 23,
    Hidden = 1 << 24,
    Quote = 1 << 25,
    Media = 1 << 26,
    Label = 1 << 27,
}

/// <summary>Finds hints in class names: names are cut at marks and capitals, so that "ad" is not found in "header".</summary>
internal static class ClassHints
{
    public const int Count = 28;

    private static readonly FrozenDictionary<string, ClassHint> Words = Build();

    private static readonly FrozenDictionary<string, ClassHint>.AlternateLookup<ReadOnlySpan<char>> WordsBySpan = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    public static ClassHint Find(ReadOnlySpan<char> names)
    {
        const int Longest = 400;
        var hints = ClassHint.None;
        names = names[..Math.Min(names.Length, Longest)];
        for (var i = 0; i < names.Length;)
        {
            if (!char.IsAsciiLetter(names[i]))
            {
                i++;
                continue;
            }

            var start = i++;
            while (i < names.Length && char.IsAsciiLetter(names[i]) && !(char.IsAsciiLetterUpper(names[i]) && char.IsAsciiLetterLower(names[i - 1])))
            {
                i++;
            }

            hints |= OfWord(names[start..i]);
        }

        return hints;
    }

    private static ClassHint OfWord(ReadOnlySpan<char> word)
    {
        const int Longest = 24;
        const int Shortest = 4;
        if (word.Length > Longest)
        {
            return ClassHint.None;
        }

        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        if (WordsBySpan.TryGetValue(lower, out var hint))
        {
            return hint;
        }

        // Compounds without marks: "articlebody", "sharebar", "relatedlinks".
        for (var cut = Shortest; cut <= word.Length - Shortest; cut++)
        {
            var hasHead = WordsBySpan.TryGetValue(lower[..cut], out var head);
            var hasTail = WordsBySpan.TryGetValue(lower[cut..], out var tail);
            if (hasHead || hasTail)
            {
                hint |= head | tail;
            }
        }

        return hint;
    }

    private static FrozenDictionary<string, ClassHint> Build()
    {
        var words = new Dictionary<string, ClassHint>(StringComparer.Ordinal);
        Add(ClassHint.Article, "article", "articles", "artikel", "story", "news", "articulo", "artigo");
        Add(ClassHint.Content, "content", "contents", "main", "contenido", "inhalt", "prose", "wysiwyg");
        Add(ClassHint.Body, "body", "articlebody", "storybody", "bodytext", "bodycopy", "copy", "richtext");
        Add(ClassHint.Post, "post", "entry", "single", "hentry", "blog");
        Add(ClassHint.Text, "text", "paragraph", "txt", "para", "rich", "texto", "absatz", "chapter");
        Add(ClassHint.Title, "title", "headline", "heading", "head", "titre", "titulo", "kicker", "headlines");
        Add(ClassHint.Author, "author", "byline", "authors", "bio", "writer", "autor", "vcard", "contributor", "profile", "reporter", "signature");
        Add(ClassHint.Date, "date", "time", "published", "timestamp", "datetime", "meta", "metadata", "updated", "dateline", "info", "details");
        Add(ClassHint.Share, "share", "social", "sharing", "facebook", "twitter", "whatsapp", "socials", "follow", "addthis", "sharedaddy", "print", "tools", "toolbar");
        Add(ClassHint.Related, "related", "recommended", "recommendation", "recommendations", "recirc", "more", "popular", "trending", "latest", "suggested", "next", "similar",
            "teaser", "teasers", "promo", "outbrain", "taboola", "readmore", "mostread", "also", "recent", "prev", "pager", "pagination", "feed", "river", "upnext", "see");
        Add(ClassHint.Comment, "comment", "comments", "disqus", "discussion", "reply", "respond", "kommentar", "commentlist", "replies", "forum", "reviews", "rating");
        Add(ClassHint.Navigation, "nav", "navigation", "menu", "navbar", "breadcrumb", "breadcrumbs", "crumb", "crumbs", "submenu", "topbar", "toc", "skip", "sitemap", "search", "tabs", "hamburger");
        Add(ClassHint.Footer, "footer", "foot", "bottom", "copyright", "colophon", "legal", "disclaimer");
        Add(ClassHint.Header, "header", "masthead", "banner", "hero", "top", "brand", "logo");
        Add(ClassHint.Sidebar, "sidebar", "aside", "rail", "side", "secondary", "column", "right", "left");
        Add(ClassHint.Advertisement, "ad", "ads", "advert", "advertisement", "adv", "sponsor", "sponsored", "dfp", "gpt", "commercial", "affiliate", "banner", "promoted", "shop", "product", "products", "buy", "deal", "deals", "offer");
        Add(ClassHint.Newsletter, "newsletter", "subscribe", "subscription", "signup", "email", "paywall", "premium", "register", "login", "membership", "cta", "optin", "piano", "regwall", "donate", "support", "form");
        Add(ClassHint.Consent, "cookie", "cookies", "consent", "gdpr", "privacy", "onetrust", "cmp", "modal", "popup", "overlay", "dialog", "notice", "alert", "lightbox", "tooltip");
        Add(ClassHint.Caption, "caption", "figcaption", "credit", "credits", "figure", "figura", "legend", "photo", "image", "img", "picture", "bildunterschrift", "media");
        Add(ClassHint.Tags, "tag", "tags", "topics", "topic", "category", "categories", "cat", "keyword", "keywords", "label", "labels", "section", "tagcloud");
        Add(ClassHint.List, "list", "items", "item", "grid", "row", "li", "listing", "archive");
        Add(ClassHint.Card, "card", "cards", "tile", "tiles", "box", "boxes", "module", "panel", "thumb", "thumbnail", "carousel", "slider", "swiper", "slide", "gallery");
        Add(ClassHint.Widget, "widget", "widgets", "block", "component", "plugin", "embed", "infobox", "factbox", "callout", "inset", "accordion", "faq", "button", "btn");
        Add(ClassHint.Lead, "lead", "lede", "standfirst", "intro", "summary", "subtitle", "subheadline", "subhead", "dek", "deck", "description", "abstract", "excerpt", "chapo", "entradilla", "sapo", "preamble",
            "teaser", "subheading", "takeaways", "highlights", "keypoints");
        Add(ClassHint.Hidden, "hidden", "hide", "visually", "sr", "screen", "invisible", "none", "mobile", "desktop", "noprint", "collapsed");
        Add(ClassHint.Quote, "quote", "blockquote", "pullquote", "pull", "tweet", "instagram");
        Add(ClassHint.Media, "video", "audio", "player", "podcast", "playlist", "live", "liveblog", "ticker", "youtube", "jwplayer", "poll", "quiz", "game", "map", "chart", "weather");
        Add(ClassHint.Label, "note", "correction", "footnote", "footnotes", "references", "source", "sources", "agency", "location", "editor");
        return words.ToFrozenDictionary(StringComparer.Ordinal);

        void Add(ClassHint hint, params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
            {
                words[name] = words.GetValueOrDefault(name) | hint;
            }
        }
    }
}
