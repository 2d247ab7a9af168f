using Pipeline.Articles.Cleaning.Blocks;

namespace Pipeline.Articles.Cleaning.Html.Scripts;

/// <summary>
/// The article as a script's data hold it, for pages that show its beginning and whose scripts fill in the rest. Rich text is kept alike
/// everywhere: an array of objects that say their type, such as "paragraph", and hold their pieces of text under one name, such as "value".
/// It is believed where two paragraphs that the page shows stand in one such array, and the array holds far more.
/// </summary>
/// <param name="Node">The script.</param>
/// <param name="Texts">Pieces of text in order, with the element of the array that each belongs to.</param>
internal sealed record ScriptedBody(int Node, List<(TextSpan Span, int Paragraph)> Texts)
{
    private const int FewestCharacters = 1000;
    private const int TimesTheShown = 2;
    private const int MostPairs = 8;

    // A page that shows more, or a script with more pieces, is no teaser of an article.
    private const int MostShown = 100_000;
    private const int MostPieces = 5_000;
    private const int MostScripts = 4;

    /// <param name="page">The page.</param>
    /// <param name="shown">What it shows.</param>
    /// <param name="shownText">Characters of running text in it.</param>
    /// <returns>Null where the page shows its article, or has no such script.</returns>
    public static ScriptedBody? Find(HtmlDocument page, BlockList shown, int shownText)
    {
        ScriptWitnesses? witnesses = null;
        for (var (i, read) = (0, 0); i < page.Count && read < MostScripts; i++)
        {
            ref readonly var node = ref page.Nodes[i];
            if (node.Tag != HtmlTag.Script || node.End <= i + 1 || !IsData(page.Attribute(i, "type")))
            {
                continue;
            }

            var (start, end) = (page.Nodes[i + 1].Start, page.Nodes[i + 1].Stop);
            if (end - start < Fewest(shownText) || shown.Text.Length > MostShown || !(witnesses ??= ScriptWitnesses.Of(shown)).StandIn(page.Source.AsSpan(start, end - start)))
            {
                continue;
            }

            read++;
            if (JsonMap.Read(page.Source, start, end) is { } map && Find(map, witnesses) is { } texts && Unshown(texts, page.Source, shown) >= Fewest(shownText))
            {
                return new ScriptedBody(i, texts);
            }
        }

        return null;
    }

    public void Append(BlockList blocks, LinkedBody.EndBlock endBlock)
    {
        for (var i = 0; i < Texts.Count; i++)
        {
            if (i > 0 && Texts[i].Paragraph != Texts[i - 1].Paragraph)
            {
                endBlock();
            }

            LinkedBody.AppendString(blocks, Texts[i].Span.Offset, Texts[i].Span.End, endBlock);
        }

        endBlock();
    }

    private static int Fewest(int shownText) => Math.Max(FewestCharacters, TimesTheShown * shownText);

    /// <summary>Characters of the longer pieces that the page does not show.</summary>
    private static int Unshown(List<(TextSpan Span, int Paragraph)> texts, string source, BlockList shown)
    {
        const int Shortest = 30;
        Span<char> beginning = stackalloc char[2 * Shortest];
        var unshown = 0;
        foreach (var (span, _) in texts.Count > MostPieces ? [] : texts)
        {
            var length = JsonText.Decode(source.AsSpan(span.Offset, span.Length), beginning);
            unshown += length >= Shortest && !shown.Text.Contains(beginning[..length], StringComparison.Ordinal) ? span.Length : 0;
        }

        return unshown;
    }

    private static bool IsData(ReadOnlySpan<char> type) => type.Equals("application/json", StringComparison.OrdinalIgnoreCase);

    /// <summary>The longest of the arrays in which two witnesses stand one after the other.</summary>
    private static List<(TextSpan Span, int Paragraph)>? Find(JsonMap map, ScriptWitnesses witnesses)
    {
        var hits = new List<(int Part, ulong Witness)>();
        for (var i = 0; i < map.Parts.Length && hits.Count <= MostPairs; i++)
        {
            if (map.Parts[i].Kind == '"' && witnesses.Find(map.ValueOf(i)) is { } witness)
            {
                hits.Add((i, witness));
            }
        }

        List<(TextSpan Span, int Paragraph)>? best = null;
        for (var i = 1; i < hits.Count; i++)
        {
            var around = hits[i].Witness == hits[i - 1].Witness ? -1 : map.Around(hits[i - 1].Part, hits[i].Part);
            if (around >= 0 && map.Parts[around].Kind == '[' && ReadTexts(map, around, hits[i - 1].Part, hits[i].Part) is var texts && texts.Count > (best?.Count ?? 0))
            {
                best = texts;
            }
        }

        return best;
    }

    /// <summary>The texts of an array's elements that are of the witnesses' type, and of headings; none where these have no type.</summary>
    private static List<(TextSpan Span, int Paragraph)> ReadTexts(JsonMap map, int array, int witness, int other)
    {
        var types = Types(map, array);
        var texts = new List<(TextSpan, int)>();
        if (!types.TryGetValue(map.ElementOf(array, witness), out var type) || types.GetValueOrDefault(map.ElementOf(array, other)) != type)
        {
            return texts;
        }

        for (var i = array + 1; i < map.Parts.Length; i++)
        {
            if (map.Parts[i].Kind != '"' || !map.KeyOf(i).SequenceEqual(map.KeyOf(witness)))
            {
                continue;
            }

            var element = map.ElementOf(array, i);
            if (element >= 0 && types.TryGetValue(element, out var own) && (own == type || own.Contains("head", StringComparison.OrdinalIgnoreCase)))
            {
                texts.Add((map.Parts[i].Value, element));
            }
        }

        return texts;
    }

    /// <summary>What the elements of an array call themselves: "type", "_type", "nodeType".</summary>
    private static Dictionary<int, string> Types(JsonMap map, int array)
    {
        var types = new Dictionary<int, string>();
        for (var i = array + 1; i < map.Parts.Length; i++)
        {
            var parent = map.Parts[i].Parent;
            if (map.Parts[i].Kind == '"' && parent > array && map.Parts[parent].Parent == array && map.KeyOf(i).EndsWith("type", StringComparison.OrdinalIgnoreCase))
            {
                types.TryAdd(parent, map.ValueOf(i).ToString());
            }
        }

        return types;
    }
}
