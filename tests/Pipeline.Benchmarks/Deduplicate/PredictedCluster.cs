namespace Pipeline.Benchmarks.Deduplicate;

/// <summary>One line of the output.</summary>
internal sealed record PredictedCluster(string Id, string Cluster);
