using System.Text.Json;

namespace Pipeline.Ingestion.Stages;

/// <summary>A claim check: which article waits for which stage. It never holds text, so it always fits a queue message.</summary>
public sealed record StageMessage
{
    public const int CurrentSchema = 1;

    public required string ArticleId { get; init; }

    /// <summary>The version of the article (its blob's ETag); a message about a version that was overwritten is void.</summary>
    public required string Version { get; init; }

    public required Stage Stage { get; init; }

    /// <summary>1 for the first try of this stage.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>W3C trace context of the hop that sent the message, so that one trace runs from drop to stored.</summary>
    public string? TraceParent { get; init; }

    public int SchemaVersion { get; init; } = CurrentSchema;

    /// <summary>The message that an article in this state waits for.</summary>
    public static StageMessage For(ArticleState state) => new()
    {
        ArticleId = state.ArticleId,
        Version = state.Version,
        Stage = state.Next,
        TraceParent = state.TraceParent,
    };

    public string ToJson() => JsonSerializer.Serialize(this, StateJson.Default.StageMessage);

    /// <summary>Null when the body is no message of this schema.</summary>
    public static StageMessage? TryParse(BinaryData body)
    {
        try
        {
            var message = JsonSerializer.Deserialize(body.ToMemory().Span, StateJson.Default.StageMessage);
            return message is { SchemaVersion: CurrentSchema } ? message : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
