using System.Reflection;

namespace Pipeline.Testing.Stepping;

/// <summary>What a <see cref="SteppedHost"/> runs.</summary>
public sealed record SteppedHostOptions
{
    public required SteppedWorld World { get; init; }

    /// <summary>Where the functions are.</summary>
    public IReadOnlyList<Assembly> Assemblies { get; init; } = [];

    /// <summary>Further classes with functions.</summary>
    public IReadOnlyList<Type> FunctionTypes { get; init; } = [];

    /// <summary>
    /// Makes what one life of the process holds: clients, caches, handlers. Called at the start and after each crash; the
    /// provider is disposed of when the process dies. Must not call a storage service.
    /// </summary>
    public required Func<IServiceProvider> StartProcess { get; init; }

    /// <summary>Text of host.json.</summary>
    public string HostJson { get; init; } = """{ "version": "2.0", "extensions": { "queues": { "messageEncoding": "none" } } }""";

    /// <summary>In order, and each once, when null.</summary>
    public Disorder? Disorder { get; init; }
}
