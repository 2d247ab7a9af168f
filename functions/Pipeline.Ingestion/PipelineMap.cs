using Pipeline.Ingestion.Stages;

namespace Pipeline.Ingestion;

/// <summary>
/// Every container, queue, stage and hop of the pipeline, in one place.
/// <code>
///  articles/ ─ ReceiveArticle ─[clean]─ CleanArticle ─[enrich]─ EnrichArticle ─[deduplicate]─ DeduplicateArticle
///                                                                                  └─[store]─ StoreArticle ─ Cosmos DB
///  Cosmos DB ─ change feed ─ SettleClusters         articles/ ─ file deleted ─[removed]─ RemoveArticle
/// </code>
/// </summary>
public static class PipelineMap
{
    /// <summary>Name of the setting, or group of settings, that says where the database is.</summary>
    public const string CosmosConnection = "PipelineCosmos";

    /// <summary>The database's name for triggers: the host puts the setting in.</summary>
    public const string DatabaseSetting = "%Pipeline:Cosmos:Database%";

    /// <summary>Database containers, as triggers need them.</summary>
    public const string ArticleDocuments = "articles";

    public const string FeedLeases = "leases";

    /// <summary>Name of the setting that holds the storage connection of every trigger.</summary>
    public const string StorageConnection = "PipelineStorage";

    /// <summary>Blob container into which articles are dropped.</summary>
    public const string ArticlesContainer = "articles";

    /// <summary>Blob container of articles in flight: one state blob each, gone when the article has ended.</summary>
    public const string WorkContainer = "work";

    /// <summary>Blob container of what could not become a document, with its reason and its original bytes.</summary>
    public const string QuarantineContainer = "quarantine";

    /// <summary>Blob container of full cleaning audits; the documents hold their summaries.</summary>
    public const string AuditContainer = "audit";

    /// <summary>Blob container of paid language results by content, and of what was spent on them each day.</summary>
    public const string CacheContainer = "cache";

    /// <summary>Blob container of what is remembered of each site: which lines its articles share.</summary>
    public const string SitesContainer = "sites";

    public const string CleanQueue = "clean";

    public const string EnrichQueue = "enrich";

    public const string DeduplicateQueue = "deduplicate";

    public const string StoreQueue = "store";

    /// <summary>Event Grid's events of deleted files; it delivers to the queue itself.</summary>
    public const string RemovedQueue = "removed";

    /// <summary>The host puts a message there after its last failed delivery.</summary>
    public const string PoisonSuffix = "-poison";

    /// <summary>The host puts a blob there after its last failed delivery.</summary>
    public const string BlobPoisonQueue = "webjobs-blobtrigger-poison";

    /// <summary>Every ten minutes (NCRONTAB, with seconds).</summary>
    public const string ResendLostSchedule = "0 */10 * * * *";

    /// <summary>Every minute (NCRONTAB, with seconds).</summary>
    public const string MeasureBacklogSchedule = "0 * * * * *";

    /// <summary>The stages that a queue feeds, in order.</summary>
    public static IReadOnlyList<Stage> QueuedStages { get; } = [Stage.Clean, Stage.Enrich, Stage.Deduplicate, Stage.Store];

    public static IReadOnlyList<string> BlobContainers { get; } =
        [ArticlesContainer, WorkContainer, QuarantineContainer, AuditContainer, CacheContainer, SitesContainer];

    public static IReadOnlyList<string> Queues { get; } =
    [
        .. QueuedStages.Select(QueueOf),
        .. QueuedStages.Select(stage => QueueOf(stage) + PoisonSuffix),
        BlobPoisonQueue,
        RemovedQueue,
        RemovedQueue + PoisonSuffix,
    ];

    /// <summary>The queue that feeds a stage.</summary>
    public static string QueueOf(Stage stage) => stage switch
    {
        Stage.Clean => CleanQueue,
        Stage.Enrich => EnrichQueue,
        Stage.Deduplicate => DeduplicateQueue,
        Stage.Store => StoreQueue,
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "No queue feeds this stage."),
    };

    /// <summary>The stage after this one; null after the last.</summary>
    public static Stage? After(Stage stage) => stage == Stage.Store ? null : stage + 1;
}
