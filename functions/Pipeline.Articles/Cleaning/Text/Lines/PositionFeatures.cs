using Pipeline.Articles.Cleaning.Blocks;
using Pipeline.Articles.Cleaning.Learning;
using Pipeline.Articles.Cleaning.Selection;
using Pipeline.Articles.Cleaning.Text;
using Pipeline.Articles.Metadata;

namespace Pipeline.Articles.Cleaning.Text.Lines;

/// <summary>Where a line stands: in the source, by the headline, by running text, under which label; and how often it stands there.</summary>
internal static class PositionFeatures
{
    private const int Far = 60;
    private const int LabelWords = 7;
    private const int LongProse = 25;

    private static readonly PhraseKind[] Labels =
    [
        PhraseKind.Related, PhraseKind.Comment, PhraseKind.Byline | PhraseKind.Biography, PhraseKind.Subscribe | PhraseKind.Advertisement | PhraseKind.Account,
        PhraseKind.Share | PhraseKind.Follow, PhraseKind.Consent | PhraseKind.Copyright,
    ];

    public static void Add(FeatureTable table, LineTraits lines)
    {
        AddPlace(table, lines);
        AddTitle(table, lines);
        AddRepeats(table, lines);
        AddDistances(table, lines);
        AddHeading(table, lines);
        foreach (var label in Labels)
        {
            AddLabel(table, lines, label);
        }
    }

    private static void AddPlace(FeatureTable table, LineTraits lines)
    {
        var (words, prose) = (0f, 0f);
        for (var i = 0; i < lines.Count; i++)
        {
            words += lines.Counts[i];
            prose += lines.Prose[i];
        }

        var place = table.Add();
        var wordPlace = table.Add();
        var before = table.Add();
        var after = table.Add();
        var proseBefore = table.Add();
        var proseAfter = table.Add();
        var (seen, seenProse) = (0f, 0f);
        for (var i = 0; i < place.Length; i++)
        {
            place[i] = (float)i / lines.Count;
            wordPlace[i] = seen / Math.Max(1, words);
            before[i] = seen;
            proseBefore[i] = seenProse;
            seen += lines.Counts[i];
            seenProse += lines.Prose[i];
            after[i] = words - seen;
            proseAfter[i] = prose - seenProse;
        }

        table.Add().Fill(lines.Count);
        table.Add().Fill(words);
        table.Add().Fill(prose / Math.Max(1, words));
    }

    private static void AddTitle(FeatureTable table, LineTraits lines)
    {
        var after = table.Add();
        for (var i = 0; i < after.Length; i++)
        {
            after[i] = lines.Title.Block < 0 ? -99 : Math.Clamp(i - lines.Title.Block, -Far, Far);
        }
    }

    /// <summary>
    /// How many lines are the same, and how many begin with the same word: "MORE: ...", "Read: ...", "Shop ...". A line that stands twice
    /// in a row counts once, and where much of the running text stands again, the whole text does: that says nothing about its lines.
    /// </summary>
    private static void AddRepeats(FeatureTable table, LineTraits lines)
    {
        const float Much = 0.25f;
        var whole = new Tally(lines.Count);
        var first = new Tally(lines.Count);
        var ofLine = new int[lines.Count];
        var ofWord = new int[lines.Count];
        var (prose, again, previous) = (0f, 0f, 0u);
        for (var i = 0; i < ofLine.Length; i++)
        {
            var words = lines.Words.Of(i);
            var hash = HashOf(words);
            ofLine[i] = i > 0 && hash == previous ? ofLine[i - 1] : whole.Count(hash);
            ofWord[i] = first.Count(words.IsEmpty ? 0 : words[0]);
            prose += lines.Prose[i];
            again += whole[ofLine[i]] > 1 || (i > 0 && hash == previous) ? lines.Prose[i] : 0;
            previous = hash;
        }

        var isRepetition = again > Much * prose;
        var repeats = table.Add();
        var begins = table.Add();
        for (var i = 0; i < ofLine.Length; i++)
        {
            repeats[i] = isRepetition && lines.Prose[i] > 0 ? 1 : whole[ofLine[i]];
            begins[i] = first[ofWord[i]];
        }
    }

    private static uint HashOf(ReadOnlySpan<uint> words)
    {
        var hash = (uint)words.Length;
        foreach (var word in words)
        {
            hash = (hash ^ word) * 0x9E3779B1u;
            hash ^= hash >> 15;
        }

        return hash;
    }

    private static void AddDistances(FeatureTable table, LineTraits lines)
    {
        const int Farthest = 99;
        var back = table.Add();
        var ahead = table.Add();
        var distance = Farthest;
        for (var i = 0; i < back.Length; i++)
        {
            back[i] = distance;
            distance = IsLongProse(lines, i) ? 1 : Math.Min(Farthest, distance + 1);
        }

        distance = Farthest;
        for (var i = back.Length - 1; i >= 0; i--)
        {
            ahead[i] = distance;
            distance = IsLongProse(lines, i) ? 1 : Math.Min(Farthest, distance + 1);
        }

        var (first, last) = SegmentSelector.Find(lines.View);
        var fromFirst = table.Add();
        var toLast = table.Add();
        for (var i = 0; i < fromFirst.Length; i++)
        {
            fromFirst[i] = Math.Clamp(i - first, -Far, Far);
            toLast[i] = Math.Clamp(last - i, -Far, Far);
        }
    }

    private static bool IsLongProse(LineTraits lines, int i) => lines.Counts[i] >= LongProse && lines.Linked[i] < 0.3f;

    private static void AddHeading(FeatureTable table, LineTraits lines)
    {
        var distance = table.Add();
        var words = table.Add();
        var last = -1;
        var blocks = lines.Blocks;
        for (var i = 0; i < distance.Length; i++)
        {
            distance[i] = last < 0 ? Far : Math.Min(Far, i - last);
            words[i] = last < 0 ? -1 : lines.Counts[last];
            last = blocks[i].Shape == BlockShape.Heading ? i : last;
        }
    }

    /// <summary>Lines since the last short one that speaks of this, with paragraphs between making it fade.</summary>
    private static void AddLabel(FeatureTable table, LineTraits lines, PhraseKind label)
    {
        var column = table.Add();
        var distance = Far;
        var phrases = lines.View.Phrases;
        for (var i = 0; i < column.Length; i++)
        {
            column[i] = distance;
            distance = (phrases[i] & label) != 0 && lines.Counts[i] <= LabelWords ? 1 : Math.Min(Far, distance + (lines.Prose[i] > 0 ? 3 : 1));
        }
    }
}
