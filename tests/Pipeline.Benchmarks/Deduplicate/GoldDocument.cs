namespace Pipeline.Benchmarks.Deduplicate;

/// <summary>One line of the input; only id, title and text are shown to the deduplicator.</summary>
internal sealed record GoldDocument(string Id, string? Title, string? Text, string? Cluster = null, string? Op = null, string? Near = null);
