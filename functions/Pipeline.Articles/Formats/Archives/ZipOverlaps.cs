namespace Pipeline.Articles.Formats.Archives;

/// <summary>
/// Notices entries that share their bytes, the trick of the densest zip bombs (D. Fifield, "A better zip bomb", WOOT 2019).
/// </summary>
internal sealed class ZipOverlaps(long fileLength)
{
    private readonly HashSet<long> _offsets = [];
    private long _lastOffset = -1;
    private long _lastEnd;
    private long _packed;

    public bool Shares(ZipEntryHeader entry)
    {
        var end = entry.Offset + entry.PackedLength;
        _packed += Math.Max(0, entry.PackedLength);
        var shares = !_offsets.Add(entry.Offset) || (entry.Offset > _lastOffset && entry.Offset < _lastEnd) || _packed > fileLength;
        if (end > _lastEnd)
        {
            (_lastOffset, _lastEnd) = (entry.Offset, end);
        }

        return shares;
    }
}
