namespace Pipeline.Articles.Formats.Input;

/// <summary>Watches how far a packed stream swells, from one yielded entry to the next.</summary>
internal sealed class PackingRatio(Budget budget, int depth)
{
    private const int Chunk = 8192;

    private int _entries = -1;
    private long _packed;
    private long _unpacked;

    public void CountPacked(int bytes) => _packed += bytes;

    public void CountUnpacked(int bytes)
    {
        if (_entries != budget.Entries)
        {
            // What was handed to the unpacker last may not have come out yet.
            (_entries, _packed, _unpacked) = (budget.Entries, Math.Min(_packed, Chunk), 0);
        }

        _unpacked += bytes;
        var limits = budget.Limits;
        if (_unpacked > limits.RatioFloorBytes && _unpacked > Math.Max(_packed, 1) * limits.MaxCompressionRatio)
        {
            throw new RejectedException(Reject.SwellsTooFar(_packed, _unpacked, limits), RejectionScope.Part);
        }

        budget.CountBytes(depth, bytes);
    }
}
