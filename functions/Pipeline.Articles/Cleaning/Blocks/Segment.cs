namespace Pipeline.Articles.Cleaning.Blocks;

/// <summary>
/// A stretch of clean text and the stretch of received text that it stands for. Equal lengths mean the same characters
/// one by one; else the whole of one stands for the whole of the other (an entity, a repaired character). A raw length
/// of 0 is text that was put in (a paragraph break, a repaired space).
/// </summary>
internal readonly record struct Segment(int Clean, int CleanLength, int Raw, int RawLength)
{
    public int CleanEnd => Clean + CleanLength;

    public int RawEnd => Raw + RawLength;
}
