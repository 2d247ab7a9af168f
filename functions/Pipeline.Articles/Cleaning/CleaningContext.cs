namespace Pipeline.Articles.Cleaning;

/// <summary>What the cleaner may know besides the source itself.</summary>
public sealed record CleaningContext
{
    public static CleaningContext None { get; } = new();

    /// <summary>When the source was received: no date found in it is from later. Null when that is unknown.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }
}
