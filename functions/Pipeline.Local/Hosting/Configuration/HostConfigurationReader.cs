using System.Text.Json;

namespace Pipeline.Local.Hosting.Configuration;

/// <summary>
/// Reads host.json as the Functions host documents it: learn.microsoft.com/azure/azure-functions/functions-host-json,
/// and the pages of the queue and blob extensions for their parts.
/// </summary>
internal static class HostConfigurationReader
{
    private static readonly TimeSpan OneWeek = TimeSpan.FromDays(7);
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <exception cref="HostConfigurationException">A setting is out of its range, or the file is no JSON.</exception>
    public static HostConfiguration ReadFile(string path) => Read(File.ReadAllText(path));

    /// <exception cref="HostConfigurationException">A setting is out of its range, or the text is no JSON.</exception>
    public static HostConfiguration Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Lenient);
            var root = new HostJsonSection(document.RootElement, "host.json");
            if (root.Text("version", "2.0") != "2.0")
            {
                throw new HostConfigurationException("host.json: version must be \"2.0\".");
            }

            var extensions = root.Section("extensions");
            return new HostConfiguration
            {
                Queues = Queues(extensions.Section("queues")),
                Blobs = Blobs(extensions.Section("blobs")),
                Http = new HttpSettings { RoutePrefix = extensions.Section("http").Text("routePrefix", new HttpSettings().RoutePrefix) },
                FunctionTimeout = Timeout(root),
            };
        }
        catch (JsonException error)
        {
            throw new HostConfigurationException($"host.json is no JSON: {error.Message}", error);
        }
    }

    private static QueueSettings Queues(HostJsonSection section)
    {
        var absent = new QueueSettings();
        var batch = section.Number("batchSize", 1, 32, absent.BatchSize);
        return new QueueSettings
        {
            BatchSize = batch,
            NewBatchThreshold = section.Number("newBatchThreshold", 0, 1000, Math.Max(1, batch * Environment.ProcessorCount / 2)),
            MaxDequeueCount = section.Number("maxDequeueCount", 1, 1000, absent.MaxDequeueCount),
            MaxPollingInterval = section.Duration(
                "maxPollingInterval", TimeSpan.FromMilliseconds(100), TimeSpan.FromHours(1), absent.MaxPollingInterval),
            VisibilityTimeout = section.Duration("visibilityTimeout", TimeSpan.Zero, OneWeek, absent.VisibilityTimeout),
            Base64 = section.Choice("messageEncoding", ["base64", "none"], "base64") == "base64",
        };
    }

    private static BlobSettings Blobs(HostJsonSection section)
    {
        var absent = new BlobSettings();
        return new BlobSettings
        {
            MaxDegreeOfParallelism = section.Number("maxDegreeOfParallelism", 1, 10_000, absent.MaxDegreeOfParallelism),
            PoisonBlobThreshold = section.Number("poisonBlobThreshold", 1, 1000, absent.PoisonBlobThreshold),
        };
    }

    // "-1" is the host's way to say: no limit.
    private static TimeSpan Timeout(HostJsonSection root) => root.Text("functionTimeout", "") == "-1"
        ? System.Threading.Timeout.InfiniteTimeSpan
        : root.Duration("functionTimeout", TimeSpan.FromSeconds(1), OneWeek, new HostConfiguration().FunctionTimeout);
}
