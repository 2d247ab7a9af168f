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
        var count = WriteIdentity(document, at, target);
        count += WriteMeaning(document, at, target[count..]);
        return count + WriteContext(document, at, target[count..]);
    }

    /// <summary>The word itself. In training these are left out now and then, so that the others learn to do without.</summary>
    public static int WriteIdentity(DocumentWords document, int at, Span<uint> target)
    {
        var writer = new Writer(target);
        var near = new Surroundings(document, at);
        ref readonly var word = ref document.Words[at];
        writer.Add(1, word.Lower);
        writer.Add(6, near.Lower(-1), word.Lower);
        writer.Add(7, word.Lower, near.Lower(1));
        if ((word.Facts & WordFacts.Capital) != 0 || word.Fine == 0)
            WriteAffixes(ref writer, document.Line.Word(at));
        return writer.Count;
    }

    /// <summary>What the word's vector says of it: its clusters and its prior. Left out now and then, too.</summary>
    public static int WriteMeaning(DocumentWords document, int at, Span<uint> target)
    {
        var writer = new Writer(target);
        ref readonly var word = ref document.Words[at];
        if (word.Fine == 0)
            return 0;
        var near = new Surroundings(document, at);
        writer.Add(28, word.Coarse);
        writer.Add(29, word.Middle);
        writer.Add(30, word.Fine);
        writer.Add(100, word.Prior);
        writer.Add(101, near.Prior(-1), word.Prior);
        writer.Add(102, word.Prior, near.Prior(1));
        writer.Add(103, word.Prior, (uint)(word.Facts & (WordFacts.Opens | WordFacts.AllCapitals | WordFacts.Capital)));
        writer.Add(106, word.Prior, near.Lower(-1));
        writer.Add(107, word.Prior, near.Lower(1));
        writer.Add(108, word.Prior, near.Middle(-1));
        writer.Add(109, word.Prior, near.Middle(1));
        return writer.Count;
    }

    public static int WriteContext(DocumentWords document, int at, Span<uint> target)
    {
        var writer = new Writer(target);
        var words = document.Words;
        ref readonly var word = ref words[at];
        var near = new Surroundings(document, at);

        // 1. The company of the word.
        writer.Add(2, near.Lower(-1));
        writer.Add(3, near.Lower(1));
        writer.Add(4, near.Lower(-2));
        writer.Add(5, near.Lower(2));
        writer.Add(8, word.Shape);
        writer.Add(9, near.Shape(-1), word.Shape);
        writer.Add(10, word.Shape, near.Shape(1));
        writer.Add(11, FeatureHash.Of(0, near.Shape(-1), word.Shape), near.Shape(1));
        writer.Add(12, (uint)(word.Facts & (WordFacts.Opens | WordFacts.Glued | WordFacts.Capital | WordFacts.AllCapitals)));

        // 2. Clusters of its neighbours, and lists.
        for (var side = -2; side <= 2; side++)
        {
            if (!near.Has(side))
                continue;
            ref readonly var other = ref words[at + side];
            var template = 20 + ((side + 2) * 4);
            if (side != 0 && other.Fine != 0)
            {
                writer.Add(template, other.Coarse);
                writer.Add(template + 1, other.Middle);
                if (Math.Abs(side) == 1)
                    writer.Add(template + 2, other.Fine);
            }
            var facts = other.Facts & ~(WordFacts.Opens | WordFacts.Glued | WordFacts.AllCapitals);
            if (Math.Abs(side) < 2 && (facts & ~WordFacts.Capital) != 0)
                writer.Add(template + 3, (uint)facts);
        }
        var lists = (uint)(word.Facts & ~(WordFacts.Opens | WordFacts.Glued));
        for (var bit = 4u; bit < 8192; bit <<= 1)
        {
            if ((lists & bit) != 0)
                writer.Add(41, bit);
        }

        // 3. The run of capitals around it, and how the document uses the word elsewhere.
        if (word.RunStart >= 0)
            WriteRun(ref writer, document, at);
        else
            RunLinks.WriteLink(ref writer, document, at);
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
            writer.Add(104, last.Prior, simple);
            writer.Add(105, first.Prior, simple);
            writer.Add(96, FeatureHash.Of(0, first.Prior, last.Prior), simple);
        }
        WriteRunCompany(ref writer, document, word, simple);
        var inside = WordFacts.None;
        for (var i = word.RunStart; i < word.RunEnd; i++)
            inside |= words[i].Facts & (WordFacts.Organisation | WordFacts.Place | WordFacts.GivenName | WordFacts.Title | WordFacts.People | WordFacts.Country);
        writer.Add(80, (uint)inside, position);
    }

    private static void WriteRunCompany(ref Writer writer, DocumentWords document, in TaggedWord word, uint simple)
    {
        var words = document.Words;
        var (before, after) = (Edge, Edge);
        if (word.RunStart > 0 && !document.Line.Tokens[word.RunStart].OpensSentence)
        {
            ref readonly var left = ref words[word.RunStart - 1];
            before = left.Lower;
            writer.Add(76, left.Lower, simple);
            writer.Add(77, left.Middle, simple);
        }
        if (word.RunEnd < words.Length && !document.Line.Tokens[word.RunEnd].OpensSentence)
        {
            ref readonly var right = ref words[word.RunEnd];
            after = right.Lower;
            writer.Add(78, right.Lower, simple);
            writer.Add(79, right.Middle, simple);

            // "X's testimony", "X on Monday": what comes after the mark tells more than the mark.
            if (word.RunEnd + 1 < words.Length && !document.Line.Tokens[word.RunEnd + 1].OpensSentence)
            {
                writer.Add(97, FeatureHash.Of(0, right.Lower, words[word.RunEnd + 1].Lower), simple);
                writer.Add(98, FeatureHash.Of(0, right.Lower, words[word.RunEnd + 1].Middle), simple);
            }
        }
        writer.Add(99, FeatureHash.Of(0, before, after), simple);
        RunLinks.WriteNeighbours(ref writer, document, word, simple);
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

    internal ref struct Writer(Span<uint> target)
    {
        private readonly Span<uint> _target = target;

        public int Count { get; private set; }

        public void Add(int template, uint value) => _target[Count++] = FeatureHash.Of(template, value);

        public void Add(int template, uint first, uint second) => _target[Count++] = FeatureHash.Of(template, first, second);
    }
}
