namespace Pipeline.Ingestion.Stages;

/// <summary>That a stage was done: by which code, when, how long it took and at which try.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Version">Version of the stage's code; raise it when its results change.</param>
/// <param name="StartedAt">Start of the successful try.</param>
/// <param name="Milliseconds">Duration of the successful try.</param>
/// <param name="Attempts">1 when the first try succeeded.</param>
public sealed record StageRecord(Stage Stage, string Version, DateTimeOffset StartedAt, double Milliseconds, int Attempts);
