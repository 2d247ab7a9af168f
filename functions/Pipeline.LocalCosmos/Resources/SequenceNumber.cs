namespace Pipeline.LocalCosmos.Resources;

/// <summary>A container's log sequence number (LSN). Only the writer's thread changes it; every thread may read it.</summary>
internal sealed class SequenceNumber(long committed)
{
    private long _committed = committed;
    private long _last = committed;

    public long Committed => Volatile.Read(ref _committed);

    /// <summary>Set when the container is deleted, for writes that were already waiting.</summary>
    public bool Deleted { get; set; }

    public long Next() => ++_last;

    public void Commit(long lsn) => Volatile.Write(ref _committed, Math.Max(_committed, lsn));
}
