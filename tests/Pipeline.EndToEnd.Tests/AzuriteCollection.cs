using Pipeline.Testing.Storage;

namespace Pipeline.EndToEnd.Tests;

/// <summary>One Azurite for all tests of this assembly that want one.</summary>
[CollectionDefinition(Name)]
public sealed class AzuriteCollection : ICollectionFixture<AzuriteFixture>
{
    public const string Name = "Azurite";
}
