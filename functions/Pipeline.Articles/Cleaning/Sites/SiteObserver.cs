using Pipeline.Articles.Cleaning.Selection;

namespace Pipeline.Articles.Cleaning.Sites;

/// <summary>Takes down what an article shows of its site.</summary>
internal static class SiteObserver
{
    private const int MostLines = 320;
    private const int MostBlocks = 64;
    private const int BodySample = 8;

    /// <summary>The hash of each block's text; 0 for those without letters.</summary>
    public static uint[] Hashes(BlockView view)
    {
        var hashes = new uint[view.Count];
        for (var i = 0; i < hashes.Length; i++)
        {
            hashes[i] = view.Facts[i].Letters > 0 ? LineHash.Of(view.Text(i)) : 0;
        }

        return hashes;
    }

    public static SiteObservation Observe(string site, BlockView view, string?[] verdicts, uint[] hashes)
    {
        var lines = Lines(verdicts, hashes);
        if (lines.Count > MostLines)
        {
            lines.RemoveRange(MostLines / 2, lines.Count - MostLines);
        }

        return new SiteObservation
        {
            Site = site,
            Lines = lines,
            Blocks = Blocks(view, verdicts),
            Body = [.. Enumerable.Range(0, hashes.Length).Where(i => verdicts[i] is null && view.IsProse(i)).Select(i => hashes[i]).Distinct().Order().Take(BodySample)],
        };
    }

    private static List<(uint Hash, LinePlace Place)> Lines(string?[] verdicts, uint[] hashes)
    {
        var first = Array.FindIndex(verdicts, verdict => verdict is null);
        var last = Array.FindLastIndex(verdicts, verdict => verdict is null);
        var places = new Dictionary<uint, LinePlace>();
        for (var i = 0; i < hashes.Length; i++)
        {
            if (hashes[i] != 0)
            {
                places[hashes[i]] = places.GetValueOrDefault(hashes[i]) | (i < first ? LinePlace.Before : i > last ? LinePlace.After : LinePlace.Inside);
            }
        }

        // A dictionary that nothing is taken from keeps the order in which lines came.
        return [.. places.Select(place => (place.Key, place.Value))];
    }

    /// <summary>The element's own name and class, and its parent's; 0 where neither has a class.</summary>
    public static uint Signature(BlockView view, int block)
    {
        var node = view.List.Blocks[block].Node;
        if (view.Page is not { } page || node < 0)
        {
            return 0;
        }

        var parent = Math.Max(0, page.Nodes[node].Parent);

        // Elements without names are alike on every page and tell nothing.
        return page.Class(node).IsEmpty && page.Class(parent).IsEmpty ? 0 : Mix(Mix(Mix((uint)page.Nodes[node].Tag + 1, LineHash.Of(page.Class(node))), (uint)page.Nodes[parent].Tag), LineHash.Of(page.Class(parent)));
    }

    private static uint Mix(uint hash, uint value) => ((hash ^ value) * 0x9E3779B1) ^ (hash >> 15);

    private static List<(uint, bool)> Blocks(BlockView view, string?[] verdicts)
    {
        var kept = new Dictionary<uint, (bool Any, bool All)>();
        for (var i = 0; i < verdicts.Length && view.Page is not null; i++)
        {
            var signature = Signature(view, i);
            if (signature == 0)
            {
                continue;
            }

            var isKept = verdicts[i] is null;
            kept[signature] = kept.TryGetValue(signature, out var seen) ? (seen.Any | isKept, seen.All & isKept) : (isKept, isKept);
        }

        // A signature of both kinds of text tells nothing.
        return [.. kept.Where(pair => pair.Value.Any == pair.Value.All).OrderBy(pair => pair.Key).Take(MostBlocks).Select(pair => (pair.Key, pair.Value.All))];
    }
}
