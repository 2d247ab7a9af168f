using Pipeline.Local.Hosting;
using Pipeline.Local.Hosting.Configuration;
using Pipeline.Testing.Storage;

namespace Pipeline.Local.Tests.Testing;

[Collection(AzuriteCollection.Name)]
public sealed class AzuriteContractTests(AzuriteFixture azurite)
{
    private readonly QueueSettings _plain = new() { Base64 = false };

    [AzuriteFact]
    public Task Messages_Azurite_KeepTheContract() => StorageContract.MessagesAsync(HostStorage.Connect(azurite.NewAccount(), _plain));

    [AzuriteFact]
    public Task Blobs_Azurite_KeepTheContract() => StorageContract.BlobsAsync(HostStorage.Connect(azurite.NewAccount(), _plain));

    [AzuriteFact]
    public Task LargeAndAppendedBlobs_Azurite_KeepTheContract() =>
        StorageContract.LargeAndAppendedBlobsAsync(HostStorage.Connect(azurite.NewAccount(), _plain));
}
