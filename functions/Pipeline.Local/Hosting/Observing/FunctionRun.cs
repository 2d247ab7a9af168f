namespace Pipeline.Local.Hosting.Observing;

/// <summary>One run of a function.</summary>
/// <param name="Function">Its name.</param>
/// <param name="InvocationId">Unique.</param>
/// <param name="Subject">Message id, blob name or time of the schedule.</param>
/// <param name="Attempt">1 for the first.</param>
internal sealed record FunctionRun(string Function, string InvocationId, string Subject, int Attempt);
