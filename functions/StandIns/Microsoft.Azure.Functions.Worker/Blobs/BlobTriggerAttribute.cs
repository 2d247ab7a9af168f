using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs the function for each new or changed blob.</summary>
public sealed class BlobTriggerAttribute(string blobPath) : TriggerBindingAttribute
{
    /// <summary>Container, and a pattern for the name: "articles/{name}".</summary>
    public string BlobPath { get; } = blobPath;

    /// <summary>Name of the setting that holds the connection.</summary>
    public string? Connection { get; set; }

    public BlobTriggerSource Source { get; set; }
}
