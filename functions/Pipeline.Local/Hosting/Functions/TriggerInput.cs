namespace Pipeline.Local.Hosting.Functions;

/// <summary>What a run of a function starts from.</summary>
/// <param name="Value">For the parameter with the trigger: a QueueMessage, a BlobClient, a TimerInfo.</param>
/// <param name="Subject">Message id or blob name, for people.</param>
/// <param name="Attempt">1 for the first.</param>
internal sealed record TriggerInput(object Value, string Subject, int Attempt)
{
    /// <summary>Parts of a blob's name by the names that the trigger's pattern gives them.</summary>
    public IReadOnlyDictionary<string, string> Parts { get; init; } = NoParts;

    private static Dictionary<string, string> NoParts { get; } = [];
}
