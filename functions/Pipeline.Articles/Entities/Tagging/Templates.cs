namespace Pipeline.Articles.Entities.Tagging;

/// <summary>The features of one token, as hashes. The trainer and the tagger both ask here, so that they cannot differ.</summary>
internal static class Templates
{
    /// <summary>No token has more.</summary>
    public const int Most = 128;

    private const uint Edge = 0xED6E;

    /// <summary>Writes the features of a token and returns how many they are.</summary>
    public static int Write(DocumentWords document, int at, Span<uint> target)
    {
        var writer = new Writer(target);
        var words = document.Words;
        ref readonly var word = ref words[at];
        var (sentenceStart, sentenceEnd) = (Before(document, at, 3), After(document, at, 3));
        uint Lower(int i) => i < sentenceStart || i >= sentenceEnd ? Edge : words[i].Lower;
        uint Shape(int i) => i < sentenceStart || i >= sentenceEnd ? Edge : words[i].Shape;

        // 1. The word and its company.
        writer.Add(1, word.Lower);
        writer.Add(2, Lower(at - 1));
        writer.Add(3, Lower(at + 1));
        writer.Add(4, Lower(at - 2));
        writer.Add(5, Lower(at + 2));
        writer.Add(6, Lower(at - 1), word.Lower);
        writer.Add(7, word.Lower, Lower(at + 1));
        writer.Add(8, word.Shape);
        writer.Add(9, Shape(at - 1), word.Shape);
        writer.Add(10, word.Shape, Shape(at + 1));
        writer.Add(11, FeatureHash.Of(0, Shape(at - 1), word.Shape), Shape(at + 1));
        writer.Add(12, (uint)(word.Facts & (WordFacts.Opens | WordFacts.Glued | WordFacts.Capital | WordFacts.AllCapitals)));

        // 2. Clusters of the word and of its neighbours.
        for (var i = Math.Max(sentenceStart, at - 2); i < Math.Min(sentenceEnd, at + 3); i++)
        {
            var template = 20 + ((i - at + 2) * 4);
            if (words[i].Fine != 0)
            {
                writer.Add(template, words[i].Coarse);
                writer.Add(template + 1, words[i].Middle);
                if (Math.Abs(i - at) < 2)
                    writer.Add(template + 2, words[i].Fine);
            }
            var facts = words[i].Facts & ~(WordFacts.Opens | WordFacts.Glued | WordFacts.AllCapitals);
            if (Math.Abs(i - at) < 2 && (facts & ~WordFacts.Capital) != 0)
                writer.Add(template + 3, (uint)facts);
        }
        var lists = (uint)(word.Facts & ~(WordFacts.Opens | WordFacts.Glued));
        for (var bit = 4u; bit < 8192; bit <<= 1)
        {
            if ((lists & bit) != 0)
                writer.Add(41, bit);
        }

        // 3. Beginning and end of the word.
        if ((word.Facts & WordFacts.Capital) != 0 || word.Fine == 0)
            WriteAffixes(ref writer, document.Line.Word(at));

        // 4. The run of capitals around it, and how the document uses the word elsewhere.
        if (word.RunStart >= 0)
            WriteRun(ref writer, document, at);
        if ((word.Facts & WordFacts.Capital) != 0)
            WriteUses(ref writer, document.Uses, word);
        return writer.Count;
    }

    private static void WriteAffixes(ref Writer writer, ReadOnlySpan<char> text)
    {
        for (var length = 2; length <= 4 && length < text.Length; length++)
        {
            writer.Add(50 + length, FeatureHash.Lower(text[..length]));
            writer.Add(55 + length, FeatureHash.Lower(text[^length..]));
        }
        writer.Add(60, FeatureHash.Exact(text));
    }

    private static void WriteRun(ref Writer writer, DocumentWords document, int at)
    {
        var words = document.Words;
        ref readonly var word = ref words[at];
        var length = (uint)Math.Min(6, word.RunEnd - word.RunStart);
        var place = (uint)Math.Min(6, at - word.RunStart);
        var fromEnd = (uint)Math.Min(6, word.RunEnd - 1 - at);
        var position = (length * 49) + (place * 7) + fromEnd;
        ref readonly var first = ref words[word.RunStart];
        ref readonly var last = ref words[word.RunEnd - 1];
        writer.Add(70, position);
        writer.Add(71, position, (uint)(first.Facts & WordFacts.Opens));
        var simple = (place == 0 ? 1u : 0) | (fromEnd == 0 ? 2u : 0);
        if (length > 1)
        {
            writer.Add(72, last.Lower, simple);
            writer.Add(73, first.Lower, simple);
            writer.Add(74, last.Middle, simple);
            writer.Add(75, first.Middle, simple);
        }
        var before = word.RunStart - 1;
        if (before >= 0 && !document.Line.Tokens[word.RunStart].OpensSentence)
        {
            writer.Add(76, words[before].Lower, simple);
            writer.Add(77, words[before].Middle, simple);
        }
        if (word.RunEnd < words.Length && !document.Line.Tokens[word.RunEnd].OpensSentence)
        {
            writer.Add(78, words[word.RunEnd].Lower, simple);
            writer.Add(79, words[word.RunEnd].Middle, simple);
        }
        var inside = WordFacts.None;
        for (var i = word.RunStart; i < word.RunEnd; i++)
            inside |= words[i].Facts & (WordFacts.Organisation | WordFacts.Place | WordFacts.GivenName | WordFacts.Title | WordFacts.People | WordFacts.Country);
        writer.Add(80, (uint)inside, position);
    }

    private static void WriteUses(ref Writer writer, WordUses uses, in TaggedWord word)
    {
        var signs = uses.Signs(word.Lower);
        for (var bit = 1u; bit <= 32; bit <<= 1)
        {
            if ((signs & bit) != 0)
                writer.Add(90, bit, (uint)(word.Facts & WordFacts.AllCapitals));
        }
        writer.Add(91, uses.Case(word.Lower), (uint)(word.Facts & (WordFacts.Opens | WordFacts.AllCapitals)));
        if (uses.RunHead(word.Lower) is not 0 and var head)
        {
            writer.Add(92, head);
            writer.Add(93, WordClusterOf(head));
        }
        if ((word.Facts & WordFacts.AllCapitals) != 0 && uses.SpelledOut(word.Lower) is not 0 and var spelled)
        {
            writer.Add(94, 1);
            writer.Add(95, spelled);
        }
    }

    private static uint WordClusterOf(uint lower) => (uint)WordClusters.Default.Of(lower).Middle;

    private static int Before(DocumentWords document, int at, int reach)
    {
        var start = at;
        while (start > 0 && at - start < reach && (document.Words[start].Facts & WordFacts.Opens) == 0)
            start--;
        return start;
    }

    private static int After(DocumentWords document, int at, int reach)
    {
        var end = at + 1;
        while (end < document.Words.Length && end - at <= reach && (document.Words[end].Facts & WordFacts.Opens) == 0)
            end++;
        return end;
    }

    internal ref struct Writer(Span<uint> target)
    {
        private readonly Span<uint> _target = target;

        public int Count { get; private set; }

        public void Add(int template, uint value) => _target[Count++] = FeatureHash.Of(template, value);

        public void Add(int template, uint first, uint second) => _target[Count++] = FeatureHash.Of(template, first, second);
    }
}
