namespace Pipeline.Ingestion.Language;

/// <summary>Who produced a result.</summary>
/// <param name="Provider">"local" or "azure".</param>
/// <param name="Model">Version of the model or service.</param>
/// <param name="Coverage">"full", or what a language other than the model's own gets: "rules".</param>
/// <param name="Cached">True when the result came from the cache by content hash.</param>
public sealed record AnalyserInfo(string Provider, string Model, string Coverage, bool Cached);
