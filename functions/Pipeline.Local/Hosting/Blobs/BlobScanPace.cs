namespace Pipeline.Local.Hosting.Blobs;

/// <summary>How often a container is listed: often while that is cheap, and never more than a tenth of the time.</summary>
internal static class BlobScanPace
{
    private const int RestPerWork = 9;

    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    public static TimeSpan RestAfter(TimeSpan scan) => TimeSpan.FromTicks(
        Math.Clamp(scan.Ticks * RestPerWork, Shortest.Ticks, Longest.Ticks));
}
