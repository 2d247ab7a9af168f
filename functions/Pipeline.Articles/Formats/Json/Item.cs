namespace Pipeline.Articles.Formats.Json;

/// <summary>One value of a list, or at the top of a document.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Bytes">The value; only its first few thousand bytes when it is too long.</param>
/// <param name="InList">It stands between brackets.</param>
/// <param name="Length">Its true length in bytes.</param>
/// <param name="TooLong">Longer than an article may be.</param>
/// <param name="Fault">Why it is lost, when it never ends.</param>
internal sealed record Item(int Number, ReadOnlyMemory<byte> Bytes, bool InList, long Length, bool TooLong, Rejection? Fault);
