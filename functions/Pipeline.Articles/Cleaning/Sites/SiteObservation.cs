namespace Pipeline.Articles.Cleaning.Sites;

/// <summary>What one article adds to the memory of its site.</summary>
public sealed record SiteObservation
{
    /// <summary>The site, as <see cref="SiteKey"/> names it.</summary>
    public required string Site { get; init; }

    /// <summary>Hashes of the lines that the source carries, kept or removed, each once, with where they stand; the first and the last of them when there are many.</summary>
    public required IReadOnlyList<(uint Hash, LinePlace Place)> Lines { get; init; }

    /// <summary>Hashes of elements' names and classes, each once, with whether all of their text was kept.</summary>
    public required IReadOnlyList<(uint Signature, bool IsKept)> Blocks { get; init; }

    /// <summary>The smallest hashes of the kept paragraphs: two articles that share half of them are one.</summary>
    public required IReadOnlyList<uint> Body { get; init; }
}

/// <summary>Where a line stands to the article; a line that stands in several places has several.</summary>
[Flags]
public enum LinePlace : byte
{
    None = 0,
    Before = 1,
    Inside = 2,
    After = 4,
}
