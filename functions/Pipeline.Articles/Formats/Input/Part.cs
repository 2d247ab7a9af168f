namespace Pipeline.Articles.Formats.Input;

/// <summary>A file to be read: the received one, or one that lies in an archive.</summary>
internal sealed record Part
{
    public required ByteWindow Window { get; init; }

    /// <summary>File name without folders; archive endings (".gz") are taken off as the archives are opened.</summary>
    public required string Name { get; init; }

    public string? ContentType { get; init; }

    public string? Place { get; init; }

    /// <summary>How many archives lie around it.</summary>
    public int Depth { get; init; }

    /// <summary>The stream under the window, when it can be sought in.</summary>
    public Stream? Seekable { get; init; }

    /// <summary>Place of an entry of this part.</summary>
    public string PlaceOf(string inner) => Place is null ? inner : $"{Place} > {inner}";
}
