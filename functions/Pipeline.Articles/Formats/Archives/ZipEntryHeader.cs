namespace Pipeline.Articles.Formats.Archives;

/// <summary>What a zip file's directory says of one entry.</summary>
internal sealed record ZipEntryHeader
{
    public required string Name { get; init; }

    public required ushort Flags { get; init; }

    public required ushort Method { get; init; }

    public required uint Crc { get; init; }

    public required long PackedLength { get; init; }

    public required long Length { get; init; }

    /// <summary>Offset of the local header from the start of the file.</summary>
    public required long Offset { get; init; }

    /// <summary>Sizes and checksum are unknown: the header was found without the directory.</summary>
    public bool Unchecked { get; init; }

    public bool IsEncrypted => (Flags & 1) != 0;

    public bool IsFolder => Name.EndsWith('/') && Length == 0;
}
