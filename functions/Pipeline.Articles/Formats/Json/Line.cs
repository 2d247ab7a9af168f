namespace Pipeline.Articles.Formats.Json;

/// <summary>One line of a batch.</summary>
/// <param name="Number">From 1; empty lines count.</param>
/// <param name="Bytes">Without its line end; only the first few thousand when it is too long.</param>
/// <param name="Length">Its true length in bytes, when it is too long.</param>
/// <param name="TooLong">Longer than an article may be.</param>
/// <param name="Fault">Why the line is lost, when the bytes under it are.</param>
internal sealed record Line(int Number, ReadOnlyMemory<byte> Bytes, long Length = 0, bool TooLong = false, Rejection? Fault = null);
