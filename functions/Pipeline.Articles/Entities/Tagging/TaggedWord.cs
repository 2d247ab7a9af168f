namespace Pipeline.Articles.Entities.Tagging;

/// <summary>One token as the feature templates see it.</summary>
internal struct TaggedWord
{
    /// <summary>Hash of the word in lower case; numbers of one length share one.</summary>
    public uint Lower;

    public uint Shape;

    public ushort Coarse;

    public ushort Middle;

    public ushort Fine;

    /// <summary>Group of the judgement what kind of name the word tends to be part of; 0 for an unknown word.</summary>
    public byte Prior;

    public WordFacts Facts;

    /// <summary>True for a capitalised token, for those beside one, and in a run: no other can be part of a name.</summary>
    public bool NearCapital;

    /// <summary>First token of the run of capitalised words that this token is in; -1 outside.</summary>
    public int RunStart;

    /// <summary>Index after that run.</summary>
    public int RunEnd;
}
