using System.Runtime.InteropServices;

namespace Pipeline.Testing.Timing;

/// <summary>Time that the processor spends on one piece of work, whatever else the machine and the process do meanwhile.</summary>
internal static class ProcessorTime
{
    private const int ThreadClockOfLinux = 3;
    private const int ThreadClockOfMac = 16;

    /// <summary>The processor time of work that stays on this thread; where no clock of the thread is known, that of the whole process.</summary>
    public static TimeSpan Of(Action work)
    {
        var start = Now();
        work();
        return Now() - start;
    }

    private static TimeSpan Now() =>
        OperatingSystem.IsLinux() ? Read(ThreadClockOfLinux) : OperatingSystem.IsMacOS() ? Read(ThreadClockOfMac) : Environment.CpuUsage.TotalTime;

    private static TimeSpan Read(int clock) =>
        ReadClock(clock, out var time) == 0 ? TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromMicroseconds(time.Nanoseconds / 1000.0) : Environment.CpuUsage.TotalTime;

    [DllImport("libc", EntryPoint = "clock_gettime"), DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int ReadClock(int clock, out Timespec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Timespec
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
