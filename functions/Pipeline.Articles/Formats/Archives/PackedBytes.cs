using Pipeline.Articles.Formats.Input;

namespace Pipeline.Articles.Formats.Archives;

/// <summary>Counts what an unpacker takes in.</summary>
internal sealed class PackedBytes(Stream inner, PackingRatio ratio) : ReadOnlyStream
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        ratio.CountPacked(read);
        return read;
    }
}
