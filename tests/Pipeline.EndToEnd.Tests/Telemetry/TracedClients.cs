using System.Runtime.CompilerServices;
using Pipeline.Functions;

namespace Pipeline.EndToEnd.Tests.Telemetry;

/// <summary>The SDKs look once in a process whether they shall be traced: before the first test that makes a client.</summary>
internal static class TracedClients
{
    [ModuleInitializer]
#pragma warning disable CA2255 // a test assembly is its process's application
    internal static void Trace() => PipelineTelemetry.TraceClients();
#pragma warning restore CA2255
}
