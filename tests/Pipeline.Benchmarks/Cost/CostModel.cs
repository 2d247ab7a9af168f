using System.Globalization;

namespace Pipeline.Benchmarks.Cost;

/// <summary>
/// From measured operations and dated prices to a bill and to limits.
/// <code>
///  operations of an article × price  = USD per million articles
///  operations of an article ÷ limit  = articles a second until the next account, partition, resource or instance
/// </code>
/// </summary>
internal sealed class CostModel(PriceList prices, MeasuredOperations measured)
{
    private const double Million = 1_000_000;
    private const double BytesPerGigabyte = 1e9;
    private const double CharactersPerTextRecord = 1000;
    private const int LanguageFeatures = 2;

    // An event comes in and goes out.
    private const int EventGridOperations = 2;

    /// <summary>Seconds for which an instance is busy, and paid for, with one article.</summary>
    public double InstanceSeconds =>
        measured.CpuMsPerArticle / 1000 * prices.Assumed("hostFactor")
        / prices.Assumed("coresPerInstance") / prices.Assumed("coreUtilisation");

    /// <summary>
    /// Requests to the language service for entities, filled up to the cap. The service counts each feature's requests by
    /// itself, and key phrases need half as many.
    /// </summary>
    public double LanguageRequests =>
        Math.Ceiling(measured.CharactersPerArticle / prices.Assumed("charactersPerLanguageDocument"))
        / prices.Assumed("entityDocumentsPerRequest");

    // The host takes blob events through a queue of its own; on this machine it polls the container instead.
    private double BlobReads => measured.BlobReadsPerArticle + prices.Assumed("hostBlobReadsPerArticle");

    private double QueueOperations => measured.QueueOperationsPerArticle + prices.Assumed("hostQueueOperationsPerArticle");

    private double StorageOperations =>
        measured.BlobWritesPerArticle + measured.BlobDeletesPerArticle + BlobReads + QueueOperations;

    /// <summary>The bill of a million articles, each dropped as a file of its own, kept for a month.</summary>
    /// <param name="azureLanguage">Azure AI Language finds entities and key phrases; else the app itself.</param>
    public IReadOnlyList<CostLine> PerMillion(bool azureLanguage)
    {
        var telemetryRecords = measured.ExecutionsPerArticle + StorageOperations + measured.CosmosRequestsPerArticle;
        List<CostLine> lines =
        [
            Line("functionExecutions", "functionsExecutions", measured.ExecutionsPerArticle),
            Line("functionTime", "functionsGigabyteSeconds", InstanceSeconds * prices.Assumed("instanceGigabytes")),
            Line("blobWrites", "blobWrites", measured.BlobWritesPerArticle),
            Line("blobReads", "blobReads", BlobReads),
            Line("queueOperations", "queueOperations", QueueOperations),
            Line("blobCapacity", "blobGigabyteMonths", measured.BlobBytesPerArticle / BytesPerGigabyte),
            Line("eventGrid", "eventGridOperations", EventGridOperations),
            Line("cosmosRequests", "cosmosRequestUnits", measured.RuPerArticle),
            Line("cosmosCapacity", "cosmosGigabyteMonths", measured.CosmosBytesPerArticle / BytesPerGigabyte),
            Line("telemetry", "telemetryGigabytes", telemetryRecords * prices.Assumed("traceRatio") * prices.Assumed("telemetryKilobytesPerRecord") * 1000 / BytesPerGigabyte),
        ];
        if (azureLanguage)
        {
            var records = Math.Ceiling(measured.CharactersPerArticle / CharactersPerTextRecord) * LanguageFeatures;
            lines.Add(Line("azureLanguage", "languageTextRecords", records));
        }

        return lines;
    }

    /// <summary>What gives out, the first first.</summary>
    public IReadOnlyList<Bottleneck> Bottlenecks(bool azureLanguage)
    {
        List<Bottleneck> parts =
        [
            new("function instance", InstanceSeconds, 1, "instance-seconds", "scales by itself, up to maximumInstanceCount"),
            new("Cosmos DB partition", measured.RuPerArticle, prices.Limit("cosmosRequestUnitsPerSecond"), "RU", "autoscale: a partition for each of them; the keys are hashes and spread"),
            new("storage account", StorageOperations, prices.Limit("storageRequestsPerSecond"), "requests", "a storage account of its own for work and queues, then several"),
            new("queue", 1, prices.Limit("queueMessagesPerSecond"), "messages", "several queues for a stage"),
        ];
        if (azureLanguage)
        {
            parts.Add(new(
                "language resource", LanguageRequests, prices.Limit("languageRequestsPerMinute") / 60, "requests",
                "several resources, or a higher limit by request, or the local analyser"));
        }

        return [.. parts.OrderBy(part => part.ArticlesPerSecond)];
    }

    /// <summary>
    /// The first part that does not multiply by itself. Instances do, up to the app's limit; that many of them count as one part.
    /// </summary>
    public Bottleneck First(bool azureLanguage) =>
        Bottlenecks(azureLanguage)
            .Select(part => part.Part == "function instance"
                ? part with { Part = "function app", Limit = prices.Limit("functionsInstances") }
                : part)
            .MinBy(part => part.ArticlesPerSecond)!;

    private CostLine Line(string component, string price, double perArticle) => new(
        component,
        prices.Prices[price].Of(perArticle * Million),
        string.Create(CultureInfo.InvariantCulture, $"{perArticle:0.######} {prices.Prices[price].Unit} an article"));
}
