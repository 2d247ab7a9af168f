namespace Pipeline.Articles.Entities.Tagging;

/// <summary>The tags of the tagger: outside, and begin, inside, end, single of each type.</summary>
internal static class TagSet
{
    /// <summary>MISC is learnt so that events and products are not taken for the others; it is never given out.</summary>
    public static readonly string[] Types = ["PER", "LOC", "ORG", "NORP", "MISC"];

    public const int Outside = 0;

    public const int Count = 1 + (5 * 4);

    /// <summary>Scores of one token, padded to whole vectors.</summary>
    public const int Width = 24;

    public static int Begin(int type) => 1 + (type * 4);

    public static int Inside(int type) => 2 + (type * 4);

    public static int End(int type) => 3 + (type * 4);

    public static int Single(int type) => 4 + (type * 4);

    /// <summary>Index into <see cref="Types"/>, or -1 outside.</summary>
    public static int TypeOf(int tag) => tag == Outside ? -1 : (tag - 1) / 4;

    /// <summary>Whether a name ends with this tag (or none is open).</summary>
    public static bool Closes(int tag) => tag == Outside || (tag - 1) % 4 >= 2;

    /// <summary>Whether a name begins with this tag (or none does).</summary>
    public static bool Opens(int tag) => tag == Outside || (tag - 1) % 4 is 0 or 3;

    /// <summary>Whether the second tag may follow the first.</summary>
    public static bool Follows(int first, int second) =>
        Closes(first) ? Opens(second) : !Opens(second) && TypeOf(first) == TypeOf(second);
}
