namespace Pipeline.Benchmarks.Cost;

/// <summary>A component of the bill.</summary>
/// <param name="Component">Key, camel case.</param>
/// <param name="Usd">USD per million articles.</param>
/// <param name="Basis">What was counted.</param>
internal sealed record CostLine(string Component, double Usd, string Basis);
