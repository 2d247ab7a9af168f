namespace Pipeline.Articles.Entities.Tagging;

/// <summary>How a word is used elsewhere in the same document.</summary>
internal sealed class WordUses
{
    private readonly Dictionary<uint, Use> _uses = [];
    private readonly Dictionary<uint, uint> _initials = [];

    public static WordUses None { get; } = new();

    /// <summary>Signs of use, one bit each, for the word of a hash.</summary>
    public uint Signs(uint lower) => _uses.TryGetValue(lower, out var use) ? use.Signs : 0;

    /// <summary>Counts of small and of capital use, two at most each.</summary>
    public uint Case(uint lower) =>
        _uses.TryGetValue(lower, out var use) ? (uint)((Math.Min(2, use.Small) * 3) + Math.Min(2, use.Capital)) : 0;

    /// <summary>Last word of the longest run of capitals that the word is part of; 0 when it is in none of two or more.</summary>
    public uint RunHead(uint lower) => _uses.TryGetValue(lower, out var use) ? use.RunHead : 0;

    /// <summary>Last word of the run whose initials these letters are; 0 when there is none.</summary>
    public uint SpelledOut(uint lower) => _initials.GetValueOrDefault(lower);

    public static WordUses Of(DocumentWords document)
    {
        var uses = new WordUses();
        var words = document.Words;
        for (var i = 0; i < words.Length; i++)
        {
            ref readonly var word = ref words[i];
            if ((word.Facts & WordFacts.Capital) != 0)
                uses.AddCapital(words, i);
            else if (word.Fine != 0 && uses._uses.TryGetValue(word.Lower, out var use))
                uses._uses[word.Lower] = use with { Small = use.Small + 1 };
            if (word.RunStart == i && word.RunEnd - i > 1)
                uses.AddInitials(document, i, word.RunEnd);
        }
        return uses;
    }

    private void AddCapital(TaggedWord[] words, int at)
    {
        ref readonly var word = ref words[at];
        var use = _uses.GetValueOrDefault(word.Lower);
        var signs = use.Signs;
        if (at > 0 && at > word.RunStart)
        {
            signs |= (words[at - 1].Facts & WordFacts.GivenName) != 0 ? 1u : 0;
            signs |= (words[at - 1].Facts & WordFacts.Title) != 0 ? 2u : 0;
        }
        if (at > 0 && (words[at - 1].Facts & WordFacts.Locating) != 0)
            signs |= 4u;
        if (at + 1 < words.Length && (words[at + 1].Facts & WordFacts.Speaking) != 0)
            signs |= 8u;
        var head = use.RunHead;
        if (word.RunEnd - word.RunStart > Math.Max(1, use.RunLength))
            head = words[word.RunEnd - 1].Lower;
        for (var i = word.RunStart; i < word.RunEnd; i++)
        {
            if (i != at && (words[i].Facts & WordFacts.Organisation) != 0)
                signs |= 16u;
            if (i != at && (words[i].Facts & WordFacts.Place) != 0)
                signs |= 32u;
        }
        _uses[word.Lower] = new Use(
            use.Small, use.Capital + ((word.Facts & WordFacts.Opens) == 0 ? 1 : 0), signs, head,
            Math.Max(use.RunLength, word.RunEnd - word.RunStart));
    }

    private void AddInitials(DocumentWords document, int start, int end)
    {
        Span<char> initials = stackalloc char[12];
        var count = 0;
        for (var i = start; i < end && count < initials.Length; i++)
        {
            if ((document.Words[i].Facts & WordFacts.Capital) != 0)
                initials[count++] = document.Line.Word(i)[0];
        }
        if (count > 1)
            _initials.TryAdd(FeatureHash.Lower(initials[..count]), document.Words[end - 1].Lower);
    }

    private readonly record struct Use(int Small, int Capital, uint Signs, uint RunHead, int RunLength);
}
