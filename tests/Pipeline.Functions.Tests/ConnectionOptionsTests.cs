using Microsoft.Extensions.Configuration;

namespace Pipeline.Functions.Tests;

public sealed class ConnectionOptionsTests
{
    [Fact]
    public void Validate_NothingSet_NamesEachSetting()
    {
        var faults = Validate([]);

        Assert.Equal(3, faults.Count);
        Assert.Contains(faults, fault => fault.Contains("PipelineStorage__blobServiceUri", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Contains("PipelineStorage__queueServiceUri", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Contains("PipelineCosmos__accountEndpoint", StringComparison.Ordinal));
    }

    [Fact]
    public void Validate_ConnectionStrings_AreEnough() => Assert.Empty(Validate(new()
    {
        ["PipelineStorage"] = "UseDevelopmentStorage=true",
        ["PipelineCosmos"] = "AccountEndpoint=http://localhost:8081/;AccountKey=a",
    }));

    [Fact]
    public void Validate_EndpointThatIsNoAddress_IsNamed() => Assert.Contains("PipelineCosmos__accountEndpoint", Assert.Single(Validate(new()
    {
        ["PipelineStorage:blobServiceUri"] = "https://a.example/",
        ["PipelineStorage:queueServiceUri"] = "https://b.example/",
        ["PipelineCosmos:accountEndpoint"] = "cosmos",
    })), StringComparison.Ordinal);

    private static IReadOnlyCollection<string> Validate(Dictionary<string, string?> settings)
    {
        var options = new ConnectionOptions();
        options.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        return [.. new ConnectionOptions.Validator().Validate(null, options).Failures ?? []];
    }
}
