using Pipeline.Local.Azurite;
using Pipeline.Local.Hosting.Configuration;

namespace Pipeline.Local.Tests.Hosting.Configuration;

public sealed class HostConfigurationReaderTests
{
    [Fact]
    public void Read_EmptyObject_GivesTheHostsDefaults()
    {
        var configuration = HostConfigurationReader.Read("{}");

        Assert.Equal(16, configuration.Queues.BatchSize);
        Assert.Equal(8 * Environment.ProcessorCount, configuration.Queues.NewBatchThreshold);
        Assert.Equal(5, configuration.Queues.MaxDequeueCount);
        Assert.Equal(TimeSpan.FromMinutes(1), configuration.Queues.MaxPollingInterval);
        Assert.Equal(TimeSpan.Zero, configuration.Queues.VisibilityTimeout);
        Assert.True(configuration.Queues.Base64);
        Assert.Equal(8 * Environment.ProcessorCount, configuration.Blobs.MaxDegreeOfParallelism);
        Assert.Equal(5, configuration.Blobs.PoisonBlobThreshold);
        Assert.Equal(TimeSpan.FromMinutes(30), configuration.FunctionTimeout);
    }

    [Fact]
    public void Read_EverySetting_IsTaken()
    {
        var configuration = HostConfigurationReader.Read("""
            { // comments and trailing commas are allowed
              "version": "2.0",
              "extensions": {
                "queues": { "batchSize": 4, "newBatchThreshold": 2, "maxDequeueCount": 3, "maxPollingInterval": "00:00:02",
                            "visibilityTimeout": "00:00:05", "messageEncoding": "none" },
                "blobs": { "maxDegreeOfParallelism": 7, "poisonBlobThreshold": 2 },
              },
              "functionTimeout": "-1"
            }
            """);

        Assert.Equal(
            new QueueSettings
            {
                BatchSize = 4,
                NewBatchThreshold = 2,
                MaxDequeueCount = 3,
                MaxPollingInterval = TimeSpan.FromSeconds(2),
                VisibilityTimeout = TimeSpan.FromSeconds(5),
                Base64 = false,
            },
            configuration.Queues);
        Assert.Equal(new BlobSettings { MaxDegreeOfParallelism = 7, PoisonBlobThreshold = 2 }, configuration.Blobs);
        Assert.Equal(Timeout.InfiniteTimeSpan, configuration.FunctionTimeout);
    }

    [Fact]
    public void ReadFile_HostJsonOfTheRepository_IsValid()
    {
        var configuration = HostConfigurationReader.ReadFile(Path.Combine(RepositoryRoot.Find(), "host.json"));

        Assert.False(configuration.Queues.Base64);
        Assert.InRange(configuration.Queues.BatchSize, 1, 32);
    }

    [Theory]
    [InlineData("", "no JSON")]
    [InlineData("[]", "must be an object")]
    [InlineData("""{ "version": "1.0" }""", "version")]
    [InlineData("""{ "extensions": 1 }""", "extensions must be an object")]
    [InlineData("""{ "extensions": { "queues": { "batchSize": 33 } } }""", "queues: batchSize must be a whole number from 1 to 32")]
    [InlineData("""{ "extensions": { "queues": { "batchSize": "16" } } }""", "batchSize")]
    [InlineData("""{ "extensions": { "queues": { "maxPollingInterval": "00:00:00.01" } } }""", "maxPollingInterval")]
    [InlineData("""{ "extensions": { "queues": { "visibilityTimeout": "8.00:00:00" } } }""", "visibilityTimeout")]
    [InlineData("""{ "extensions": { "queues": { "visibilityTimeout": "soon" } } }""", "visibilityTimeout")]
    [InlineData("""{ "extensions": { "queues": { "messageEncoding": "utf7" } } }""", "one of base64, none")]
    [InlineData("""{ "extensions": { "blobs": { "poisonBlobThreshold": 0 } } }""", "poisonBlobThreshold")]
    [InlineData("""{ "functionTimeout": "-00:01:00" }""", "functionTimeout")]
    public void Read_BrokenSetting_IsNamed(string json, string expected)
    {
        var error = Assert.Throws<HostConfigurationException>(() => HostConfigurationReader.Read(json));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }
}
