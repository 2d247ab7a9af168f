using FsCheck.Xunit;
using Pipeline.Ingestion.Stages;

namespace Pipeline.Ingestion.Tests.Stages;

public sealed class OriginalBytesTests
{
    [Property]
    public bool Unpack_AnyBytes_GivesThemBack(byte[] bytes) => OriginalBytes.Of(bytes).Unpack().AsSpan().SequenceEqual(bytes);

    [Fact]
    public void Of_LongText_IsCompressed()
    {
        var bytes = new byte[100_000];

        var packed = OriginalBytes.Of(bytes);

        Assert.True(packed.Content.Length < 1000);
        Assert.Equal(bytes, packed.Unpack());
    }
}
