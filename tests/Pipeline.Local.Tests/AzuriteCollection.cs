using Pipeline.Testing.Storage;

namespace Pipeline.Local.Tests;

/// <summary>The tests that share this assembly's Azurite. xunit wants the definition in the assembly of the tests.</summary>
[CollectionDefinition(Name)]
public sealed class AzuriteCollection : ICollectionFixture<AzuriteFixture>
{
    public const string Name = "Azurite";
}
