namespace Pipeline.Articles.Formats.Warc;

/// <summary>One record of a WARC file.</summary>
/// <param name="Number">From 1, of all records, so that a place can be found again whatever is skipped.</param>
/// <param name="Header">Its named fields; null when they cannot be read.</param>
/// <param name="Block">What it holds; only the first bytes when it is too long.</param>
/// <param name="Length">Length of the block in bytes, as stated.</param>
/// <param name="Fault">Why it cannot be used.</param>
internal sealed record WarcRecord(int Number, WarcHeader? Header, ReadOnlyMemory<byte> Block, long Length, Rejection? Fault)
{
    /// <summary>The record can hold a page; requests, metadata, revisits and the rest are passed over.</summary>
    public static bool HoldsPage(WarcHeader? header) =>
        header?["WARC-Type"]?.ToUpperInvariant() switch
        {
            "RESPONSE" => header["Content-Type"]?.StartsWith("text/dns", StringComparison.OrdinalIgnoreCase) != true,
            "RESOURCE" or "CONVERSION" => true,
            _ => false,
        };
}
