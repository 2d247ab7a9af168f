using Pipeline.Articles.Cleaning.Blocks;
using Pipeline.Articles.Cleaning.Learning;
using Pipeline.Articles.Cleaning.Text;

namespace Pipeline.Articles.Cleaning.Selection;

/// <summary>What the label above a block says ("Related", "About the author"), and whether lines like it recur on the page.</summary>
internal static class SectionFeatures
{
    private const int Far = 60;
    private const int LabelWords = 7;

    private static readonly PhraseKind[] Labels =
    [
        PhraseKind.Related, PhraseKind.Comment, PhraseKind.Byline | PhraseKind.Biography, PhraseKind.Subscribe | PhraseKind.Advertisement | PhraseKind.Account,
        PhraseKind.Share | PhraseKind.Follow, PhraseKind.Consent | PhraseKind.Copyright,
    ];

    public static void Add(FeatureTable table, BlockView view)
    {
        foreach (var label in Labels)
        {
            AddLabel(table, view, label);
        }

        AddHeading(table, view);
        AddFirstWords(table, view);
    }

    /// <summary>Blocks since the last short line that speaks of this, with paragraphs between making it fade.</summary>
    private static void AddLabel(FeatureTable table, BlockView view, PhraseKind label)
    {
        var column = table.Add();
        var distance = Far;
        for (var i = 0; i < column.Length; i++)
        {
            column[i] = distance;
            distance = (view.Phrases[i] & label) != 0 && view.Facts[i].Words <= LabelWords ? 1 : Math.Min(Far, distance + (view.IsProse(i) ? 3 : 1));
        }
    }

    private static void AddHeading(FeatureTable table, BlockView view)
    {
        var distance = table.Add();
        var words = table.Add();
        var links = table.Add();
        var last = -1;
        for (var i = 0; i < distance.Length; i++)
        {
            distance[i] = last < 0 ? Far : Math.Min(Far, i - last);
            words[i] = last < 0 ? -1 : view.Facts[last].Words;
            links[i] = last < 0 ? -1 : (float)view.LinkDensity(last);
            last = view.List.Blocks[i].Shape == BlockShape.Heading ? i : last;
        }
    }

    /// <summary>How many other blocks begin with the same word: "MORE: ...", "Read: ...", "Shop ...".</summary>
    private static void AddFirstWords(FeatureTable table, BlockView view)
    {
        var counts = new Dictionary<ulong, (int All, int Linked)>();
        var own = new ulong[view.Count];
        for (var i = 0; i < own.Length; i++)
        {
            var text = view.Text(i);
            var space = text.IndexOf(' ');
            own[i] = TextHash.Folded(space < 0 ? text : text[..space]);
            var count = counts.GetValueOrDefault(own[i]);
            counts[own[i]] = (count.All + 1, count.Linked + (view.LinkDensity(i) > 0.3 ? 1 : 0));
        }

        var all = table.Add();
        var linked = table.Add();
        for (var i = 0; i < own.Length; i++)
        {
            all[i] = counts[own[i]].All;
            linked[i] = counts[own[i]].Linked;
        }
    }
}
