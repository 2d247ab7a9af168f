namespace Pipeline.Articles.Cleaning.Sites;

/// <summary>What a sketch says to one article: the article's own earlier visit does not count.</summary>
internal readonly struct SiteRecall(SiteSketch sketch, int own)
{
    /// <summary>Other articles that are known.</summary>
    public int Known => Math.Max(0, sketch.Known - own);

    /// <summary>Other articles that carry a line.</summary>
    public int Others(uint line) => line != 0 && sketch.Lines.TryGetValue(line, out var seen) ? Math.Max(0, seen.Count - own) : 0;

    /// <summary>The one place where a line stood in at least two other articles; none when it is unknown or stood in several.</summary>
    public LinePlace Place(uint line) => Others(line) > 1 && sketch.Lines[line].Places is var place && place is LinePlace.Before or LinePlace.After ? place : LinePlace.None;

    /// <summary>Other articles in which an element's text was always kept, or always removed; 0 where it went both ways.</summary>
    public (int Kept, int Removed) Element(uint signature) => signature != 0 && sketch.Blocks.TryGetValue(signature, out var seen)
        ? (seen.Removed == 0 ? Math.Max(0, seen.Kept - own) : 0, seen.Kept == 0 ? Math.Max(0, seen.Removed - own) : 0)
        : (0, 0);
}
