namespace Pipeline.LocalCosmos.Tests.Testing;

/// <summary>
/// While it lives, the SDK parses and rewrites queries with the service's own planner, which it carries for Linux and Windows.
/// The switch is the whole process', hence the collection, which runs alone.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class NativePlanner : IDisposable
{
    public const string Name = "native planner";

    private const string Switch = "AZURE_COSMOS_USE_QUERY_PLAN_INTEROP_LINUX";

    private readonly string? _before = Environment.GetEnvironmentVariable(Switch);

    public NativePlanner() => Environment.SetEnvironmentVariable(Switch, "true");

    public void Dispose() => Environment.SetEnvironmentVariable(Switch, _before);
}
