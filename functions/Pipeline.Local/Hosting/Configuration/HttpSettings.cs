namespace Pipeline.Local.Hosting.Configuration;

/// <summary>"extensions.http" of host.json; the default is the Functions host's own.</summary>
internal sealed record HttpSettings
{
    /// <summary>Stands before every route.</summary>
    public string RoutePrefix { get; init; } = "api";
}
