using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs the function with the items of a container that were created or replaced, never with deletions.</summary>
[BindingCapabilities(KnownBindingCapabilities.FunctionLevelRetry)]
public sealed class CosmosDBTriggerAttribute(string databaseName, string containerName) : TriggerBindingAttribute
{
    public string DatabaseName { get; } = databaseName;

    public string ContainerName { get; } = containerName;

    /// <summary>Name of the setting, or of the group of settings, that says where the account is.</summary>
    public string? Connection { get; set; }

    /// <summary>Where the host remembers how far it has read; "leases" if null.</summary>
    public string? LeaseContainerName { get; set; }

    /// <summary>Tells the leases of one function from those of others in the same container.</summary>
    public string? LeaseContainerPrefix { get; set; }

    /// <summary>Milliseconds between two looks at a feed that had nothing new; 0 takes the host's 5,000.</summary>
    public int FeedPollDelay { get; set; }

    /// <summary>The most items of one call; 0 leaves it to the service.</summary>
    public int MaxItemsPerInvocation { get; set; }

    /// <summary>Whether a function without leases begins with the oldest item instead of with the next change.</summary>
    public bool StartFromBeginning { get; set; }
}
