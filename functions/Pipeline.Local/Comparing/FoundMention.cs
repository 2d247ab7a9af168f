namespace Pipeline.Local.Comparing;

/// <summary>A mention as one provider sees it.</summary>
/// <param name="Text">The words.</param>
/// <param name="Category">The service's name of its category.</param>
/// <param name="Offset">UTF-16 code units into the cleaned text.</param>
/// <param name="Length">UTF-16 code units.</param>
internal sealed record FoundMention(string Text, string Category, int Offset, int Length)
{
    public int End => Offset + Length;
}
