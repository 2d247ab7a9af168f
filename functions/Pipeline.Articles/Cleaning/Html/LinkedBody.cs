using Pipeline.Articles.Cleaning.Blocks;
using Pipeline.Articles.Cleaning.Html.Scripts;

namespace Pipeline.Articles.Cleaning.Html;

/// <summary>
/// Reads the article out of a JSON-LD script (schema.org's articleBody), for pages that show no text of their own because a script
/// fills them. The characters keep their places in the source, so that the audit accounts for them like for any other.
/// </summary>
internal static class LinkedBody
{
    private const string Key = "\"articleBody\"";

    /// <summary>Ends the block that is being written.</summary>
    public delegate void EndBlock();

    public static bool IsIn(HtmlDocument page, int node) =>
        page.Nodes[node].Tag == HtmlTag.Script && page.Nodes[node].End > node + 1
        && page.Attribute(node, "type").Contains("ld+json", StringComparison.OrdinalIgnoreCase)
        && page.Source.AsSpan(page.Nodes[node].Stop, page.Nodes[node + 1].Stop - page.Nodes[node].Stop).Contains(Key, StringComparison.Ordinal);

    public static void Append(BlockList blocks, HtmlDocument page, int node, EndBlock endBlock)
    {
        var end = page.Nodes[node + 1].Stop;
        AppendString(blocks, Start(page.Source, page.Nodes[node].Stop, end), end, endBlock);
        endBlock();
    }

    /// <summary>Appends a JSON string up to its closing quote or the given end.</summary>
    public static void AppendString(BlockList blocks, int at, int end, EndBlock endBlock)
    {
        while (at < end && blocks.Source[at] != '"')
        {
            var rest = blocks.Source.AsSpan(at, end - at);
            at += rest[0] switch
            {
                '\\' => AppendEscape(blocks, rest, at, endBlock),
                '<' => Tag(rest, endBlock),
                _ => AppendPlain(blocks, rest, at),
            };
        }
    }

    /// <summary>Where the value's first character stands; the end when there is no string.</summary>
    private static int Start(string source, int from, int end)
    {
        var at = from + source.AsSpan(from, end - from).IndexOf(Key) + Key.Length;
        while (at < end && (char.IsWhiteSpace(source[at]) || source[at] == ':'))
        {
            at++;
        }

        return at < end && source[at] == '"' ? at + 1 : end;
    }

    private static int AppendPlain(BlockList blocks, ReadOnlySpan<char> rest, int at)
    {
        var length = rest[1..].IndexOfAny('\\', '"', '<') is >= 0 and var stop ? stop + 1 : rest.Length;
        TextAppender.Append(blocks, at, at + length);
        return length;
    }

    private static int AppendEscape(BlockList blocks, ReadOnlySpan<char> rest, int at, EndBlock endBlock)
    {
        if (rest.Length < 2)
        {
            return rest.Length;
        }

        var length = JsonEscape.Decode(rest, out var c);
        if (rest[1] == 'n')
        {
            endBlock();
        }
        else if (char.IsWhiteSpace(c))
        {
            blocks.AppendSpaceInstead(at, length);
        }
        else if (rest[1] != 'u' || !Characters.IsNothing(c))
        {
            blocks.AppendInstead(at, length, [c]);
        }

        return length;
    }

    /// <summary>Some sites leave their markup in; what starts a line ends the paragraph.</summary>
    private static int Tag(ReadOnlySpan<char> rest, EndBlock endBlock)
    {
        var length = rest.IndexOfAny('>', '"') is > 0 and var stop && rest[stop] == '>' ? stop + 1 : 1;
        var name = rest[1..length].TrimStart("\\/").TrimEnd('>').TrimEnd(" /");
        var space = name.IndexOf(' ');
        var tag = HtmlTraits.Find(space < 0 ? name : name[..space]);
        if (tag == HtmlTag.Br || HtmlTraits.Is(tag, HtmlTrait.Block))
        {
            endBlock();
        }

        return length;
    }
}
