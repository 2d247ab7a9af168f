namespace Pipeline.Articles.Cleaning.Text.Lines.Sequence;

/// <summary>Sizes of the network over lines. All rows are whole vectors of eight numbers.</summary>
internal static class SequenceShape
{
    /// <summary>Numbers told of one line: its features, what the first look thought of it, and zeros up to whole vectors.</summary>
    public const int Features = 128;

    /// <summary>What the features are drawn together to.</summary>
    public const int Projection = 32;

    /// <summary>Numbers of a word, and how many rows the words are hashed to.</summary>
    public const int Word = 16;

    public const int WordRowBits = 14;

    public const int WordRows = 1 << WordRowBits;

    /// <summary>Words that are read at a line's start.</summary>
    public const int MostWords = 40;

    public const int Inputs = Projection + Word;

    /// <summary>Units of one direction.</summary>
    public const int Units = 32;

    /// <summary>Of the output only the first number counts.</summary>
    public const int Outputs = 8;

    /// <summary>Longer texts are read in stretches of so many lines.</summary>
    public const int Stretch = 1200;
}
