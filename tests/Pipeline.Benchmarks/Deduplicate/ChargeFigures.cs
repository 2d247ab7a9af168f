namespace Pipeline.Benchmarks.Deduplicate;

/// <summary>Request units per article by the verdict on it, and how many articles a second came in while the index was filled.</summary>
internal sealed record ChargeFigures(double New, double Near, double Exact, double Redelivered, double ArticlesPerSecond);
