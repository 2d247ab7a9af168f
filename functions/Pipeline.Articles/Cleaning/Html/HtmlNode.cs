namespace Pipeline.Articles.Cleaning.Html;

/// <summary>What is true of a node because of itself or of an element around it.</summary>
[Flags]
internal enum HtmlMark : uint
{
    None = 0,
    Link = 1,
    Bold = 2,
    Hidden = 4,
    Article = 8,
    Main = 16,
    Aside = 32,
    Header = 64,
    Footer = 128,
    Nav = 256,
    Form = 512,
    Figure = 1024,
    Table = 2048,
    List = 4096,
    Quote = 8192,
    Heading = 16384,
    ArticleBody = 1 << 15,
    Italic = 1 << 16,
    NoScript = 1 << 17,
    Invisible = 1 << 18,
    HasItemProp = 1 << 19,
    Dialog = 1 << 20,
    Template = 1 << 21,

    /// <summary>Text of a script: JSON-LD's articleBody (see <see cref="Html.LinkedBody"/>) or a <see cref="Scripts.ScriptedBody"/>.</summary>
    LinkedBody = 1 << 22,
}

/// <summary>
/// One element or text of a page. Nodes lie in document order in one array, so the first child of node i is i + 1 and its next
/// sibling is <see cref="End"/>; no links are needed.
/// </summary>
internal struct HtmlNode
{
    public HtmlTag Tag;
    public HtmlMark Marks;
    public int Parent;

    /// <summary>Index after the last node inside this one.</summary>
    public int End;

    /// <summary>Place of the text, or of the start tag from its "&lt;", in the source.</summary>
    public int Start;

    /// <summary>End of the text or of the start tag in the source.</summary>
    public int Stop;

    /// <summary>Nearest element around that starts a line, or itself.</summary>
    public int Block;

    public int ClassStart;
    public int ClassLength;
    public int IdStart;
    public int IdLength;

    /// <summary>Hash of an unknown element's name, so that its end tag finds it.</summary>
    public int NameHash;
}
