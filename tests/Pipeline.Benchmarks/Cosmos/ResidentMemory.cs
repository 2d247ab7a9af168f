using System.Diagnostics;

namespace Pipeline.Benchmarks.Cosmos;

internal static class ResidentMemory
{
    /// <summary>The process' resident set in MiB.</summary>
    public static double MiB()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64 / (1024.0 * 1024.0);
    }
}
