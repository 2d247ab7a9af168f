namespace Pipeline.Benchmarks.Deduplicate;

/// <summary>Request units per article by the verdict on it.</summary>
internal sealed record KindCharges(double New, double Near, double Exact, double Redelivered);

/// <summary>Request units of articles without and with a canonical URL of their own.</summary>
internal sealed record ChargeFigures(KindCharges Plain, KindCharges WithUrl);
