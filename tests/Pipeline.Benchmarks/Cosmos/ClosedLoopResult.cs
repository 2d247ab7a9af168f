namespace Pipeline.Benchmarks.Cosmos;

/// <param name="PerSecond">Calls a second, all callers together.</param>
/// <param name="P99">99 of 100 calls took no longer.</param>
/// <param name="Cpu">Processor time of the whole process per call, which another process' load does not change much.</param>
internal readonly record struct ClosedLoopResult(double PerSecond, TimeSpan P99, TimeSpan Cpu);
