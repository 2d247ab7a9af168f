namespace Pipeline.Articles.Entities.Tagging;

/// <summary>What the first stage found in a whole document: the second stage sees how it judged a word elsewhere.</summary>
internal sealed class FirstPass
{
    private const int Kinds = 6;

    private readonly Dictionary<uint, int> _places = [];
    private readonly List<int> _counts = [];
    private readonly byte[] _tags;

    private FirstPass(byte[] tags) => _tags = tags;

    public static FirstPass Of(DocumentWords document, byte[] tags)
    {
        var pass = new FirstPass(tags);
        for (var i = 0; i < tags.Length; i++)
        {
            if ((document.Words[i].Facts & WordFacts.Capital) != 0)
                pass._counts[pass.Place(document.Words[i].Lower) + TagSet.TypeOf(tags[i]) + 1]++;
            if (document.Words[i].RunStart >= 0)
                pass._counts[pass.Place(RunKey(document, i)) + TagSet.TypeOf(tags[i]) + 1]++;
            if (Role(tags[i]) is >= 0 and var role)
                pass._counts[pass.Place(RoleKey(document.Words[i], role)) + TagSet.TypeOf(tags[i]) + 1]++;
        }
        return pass;
    }

    /// <summary>The same word at the same place in the same run.</summary>
    private static uint RunKey(DocumentWords document, int at)
    {
        ref readonly var word = ref document.Words[at];
        var key = (uint)(at - word.RunStart);
        for (var i = word.RunStart; i < word.RunEnd; i++)
            key = FeatureHash.Of(301, key, document.Words[i].Lower);
        return key;
    }

    /// <summary>0, 1, 2 for the first, an inner and the last word of a name of several; else -1.</summary>
    private static int Role(byte tag) => tag == TagSet.Outside ? -1 : ((tag - 1) % 4) is < 3 and var role ? role : -1;

    private static uint RoleKey(in TaggedWord word, int role) => FeatureHash.Of(302, word.Lower, (uint)role);

    /// <summary>Adds to the features of a token what the first stage said of it, of its neighbours, and of its word elsewhere.</summary>
    public int Write(DocumentWords document, int at, Span<uint> target)
    {
        var writer = new Templates.Writer(target);
        var own = _tags[at];
        uint before = at > 0 ? _tags[at - 1] : 99u;
        uint after = at + 1 < _tags.Length ? _tags[at + 1] : 99u;
        writer.Add(110, own);
        writer.Add(111, own, before);
        writer.Add(112, own, after);
        writer.Add(113, before, after);
        ref readonly var word = ref document.Words[at];
        if ((word.Facts & WordFacts.Capital) == 0)
            return writer.Count;

        // Elsewhere: the counts without this very token.
        var place = _places[word.Lower];
        var (best, bestCount, sum) = (0, 0, 0);
        for (var kind = 0; kind < Kinds; kind++)
        {
            var count = _counts[place + kind] - (kind == TagSet.TypeOf(own) + 1 ? 1 : 0);
            sum += count;
            if (count > bestCount)
                (best, bestCount) = (kind, count);
            if (count > 0)
            {
                writer.Add(114, (uint)kind, (uint)Math.Min(3, count));
                writer.Add(115, (uint)kind, own);
            }
        }
        if (sum > 0)
        {
            var share = (uint)(bestCount * 4 / sum);
            writer.Add(116, (uint)best, (share * 8) + (uint)Math.Min(4, sum));
            writer.Add(117, (uint)((best * 64) + own), share);
            writer.Add(118, (uint)best, (uint)(word.Facts & (WordFacts.Opens | WordFacts.AllCapitals)));
        }
        WriteNeighbours(ref writer, document, at, own);
        if (word.RunStart >= 0)
            WriteMajority(ref writer, 130, RunKey(document, at), own, isOwn: true);
        for (var role = 0; role < 3; role++)
            WriteMajority(ref writer, 132 + (role * 2), RoleKey(word, role), own, isOwn: Role(own) == role);
        return writer.Count;
    }

    /// <summary>What a key was mostly taken for elsewhere, and how clearly.</summary>
    private void WriteMajority(ref Templates.Writer writer, int template, uint key, byte own, bool isOwn)
    {
        if (!_places.TryGetValue(key, out var place))
            return;
        var (best, bestCount, sum) = (0, 0, 0);
        for (var kind = 0; kind < Kinds; kind++)
        {
            var count = _counts[place + kind] - (isOwn && kind == TagSet.TypeOf(own) + 1 ? 1 : 0);
            sum += count;
            if (count > bestCount)
                (best, bestCount) = (kind, count);
        }
        if (sum == 0)
            return;
        writer.Add(template, (uint)best, (uint)((bestCount * 4 / sum * 8) + Math.Min(4, sum)));
        writer.Add(template + 1, (uint)best, own);
    }

    /// <summary>How the document uses the words on both sides: "Zipmex" beside "Thailand", "Kim" after "Jong".</summary>
    private void WriteNeighbours(ref Templates.Writer writer, DocumentWords document, int at, byte own)
    {
        for (var side = -1; side <= 1; side += 2)
        {
            var other = at + side;
            if (other < 0 || other >= _tags.Length || (document.Words[other].Facts & WordFacts.Capital) == 0)
                continue;
            var place = _places[document.Words[other].Lower];
            var best = 0;
            for (var kind = 1; kind < Kinds; kind++)
            {
                if (_counts[place + kind] > _counts[place + best])
                    best = kind;
            }
            writer.Add(120 + side, (uint)best, own);
        }
    }

    private int Place(uint lower)
    {
        if (!_places.TryGetValue(lower, out var place))
        {
            place = _counts.Count;
            _places.Add(lower, place);
            for (var i = 0; i < Kinds; i++)
                _counts.Add(0);
        }
        return place;
    }
}
