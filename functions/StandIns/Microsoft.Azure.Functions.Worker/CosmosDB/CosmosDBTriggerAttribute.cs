using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs the function for the changes of a container.</summary>
public sealed class CosmosDBTriggerAttribute(string databaseName, string containerName) : TriggerBindingAttribute
{
    public string DatabaseName { get; } = databaseName;

    public string ContainerName { get; } = containerName;

    /// <summary>Name of the setting that holds the connection.</summary>
    public string? Connection { get; set; }

    /// <summary>"leases" when null.</summary>
    public string? LeaseContainerName { get; set; }

    public string? LeaseContainerPrefix { get; set; }

    /// <summary>Items in one run at most; the service decides when 0.</summary>
    public int MaxItemsPerInvocation { get; set; }

    /// <summary>Milliseconds between two looks at a drained feed; 5,000 when 0.</summary>
    public int FeedPollDelay { get; set; }

    public bool StartFromBeginning { get; set; }
}
