namespace Pipeline.Articles.Cleaning;

/// <summary>A stretch of a string, in UTF-16 code units.</summary>
public readonly record struct TextSpan(int Offset, int Length)
{
    public int End => Offset + Length;
}
