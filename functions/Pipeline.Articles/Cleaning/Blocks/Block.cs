using Pipeline.Articles.Cleaning.Html;

namespace Pipeline.Articles.Cleaning.Blocks;

/// <summary>A paragraph, headline, list item, table cell or line: the smallest unit that is kept or removed.</summary>
internal struct Block
{
    /// <summary>Place of the text in <see cref="BlockList.Text"/>.</summary>
    public int Start;
    public int End;

    /// <summary>The block's segments in <see cref="BlockList.Segments"/>.</summary>
    public int FirstSegment;
    public int EndSegment;

    /// <summary>Characters of the text inside links, and how many links.</summary>
    public int LinkCharacters;
    public int Links;

    /// <summary>Characters of the text before its first link, and up to its last link's end; 0 without links.</summary>
    public int FirstLinkStart;
    public int LastLinkEnd;

    /// <summary>The first link's element; 0 without links.</summary>
    public int FirstLinkNode;

    /// <summary>Characters of the text in bold or strong, and in italics.</summary>
    public int BoldCharacters;
    public int ItalicCharacters;

    /// <summary>The element that holds the text; -1 where there is no markup.</summary>
    public int Node;

    /// <summary>The first text node of the block; grows from block to block.</summary>
    public int TextNode;

    public HtmlMark Marks;

    public BlockShape Shape;

    /// <summary>Images met inside the block or right before it.</summary>
    public int Images;

    /// <summary>Empty lines before the block, at most 3 (texts without markup only).</summary>
    public int Gap;

    public readonly int Length => End - Start;
}

/// <summary>What a block's first characters or its element say that it is.</summary>
internal enum BlockShape : byte
{
    Plain,
    Heading,
    ListItem,
    Quote,
    TableRow,
    Code,
}
