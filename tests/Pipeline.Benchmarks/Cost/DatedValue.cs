namespace Pipeline.Benchmarks.Cost;

/// <summary>A limit or an assumption, and where it comes from.</summary>
internal sealed record DatedValue(double Value, string Source);
