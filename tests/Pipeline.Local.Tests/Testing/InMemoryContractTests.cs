using Pipeline.Local.Hosting;
using Pipeline.Local.Hosting.Configuration;
using Pipeline.Testing.Crashes;
using Pipeline.Testing.Stepping;

namespace Pipeline.Local.Tests.Testing;

public sealed class InMemoryContractTests
{
    private readonly HostStorage _storage = HostStorage.Connect(
        SteppedWorld.ConnectionString, new QueueSettings { Base64 = false }, new SteppedWorld(CrashPlan.None()).ServiceTransport);

    [Fact]
    public Task Messages_InMemory_KeepTheContract() => StorageContract.MessagesAsync(_storage);

    [Fact]
    public Task Blobs_InMemory_KeepTheContract() => StorageContract.BlobsAsync(_storage);

    [Fact]
    public Task LargeAndAppendedBlobs_InMemory_KeepTheContract() => StorageContract.LargeAndAppendedBlobsAsync(_storage);
}
