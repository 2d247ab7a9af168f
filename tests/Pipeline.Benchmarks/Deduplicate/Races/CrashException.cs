namespace Pipeline.Benchmarks.Deduplicate.Races;

/// <summary>The process that judged an article ended; its message will be delivered again.</summary>
internal sealed class CrashException() : Exception("The simulated process ended here.");
