using System.IO.Compression;

namespace Pipeline.Benchmarks.Entities.Training;

/// <summary>Writes a trained file as <see cref="Pipeline.Articles.Entities.Tagging.ModelFile"/> reads it.</summary>
internal static class PackedFile
{
    private const int Quality = 11;
    private const int Window = 22;

    /// <returns>Bytes of the file.</returns>
    public static int Write(string file, ReadOnlySpan<byte> content)
    {
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(content.Length)];
        if (!BrotliEncoder.TryCompress(content, packed, out var count, Quality, Window))
            throw new InvalidOperationException("The content did not fit its own bound.");
        // Not lost for want of a folder after minutes of training.
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        File.WriteAllBytes(file, packed[..count]);
        return count;
    }
}
