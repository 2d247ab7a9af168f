namespace Pipeline.Articles.Formats.Input;

/// <summary>What has been read of one received file so far, against its limits.</summary>
internal sealed class Budget(FormatLimits limits)
{
    // Each level of packing has a count of its own: a .jsonl.gz may unpack to the limit, and so may each level under it,
    // which bounds the work to depth times limit however the levels are made.
    private readonly long[] _bytes = new long[limits.MaxArchiveDepth + 2];

    public FormatLimits Limits { get; } = limits;

    public int Entries { get; private set; }

    public bool CountEntry() => ++Entries <= Limits.MaxEntries;

    public void CountBytes(int depth, int count)
    {
        _bytes[depth] += count;
        if (_bytes[depth] > Limits.MaxBatchBytes)
        {
            throw new RejectedException(Reject.BatchTooLarge(depth > 0, Limits), RejectionScope.Batch);
        }
    }
}
