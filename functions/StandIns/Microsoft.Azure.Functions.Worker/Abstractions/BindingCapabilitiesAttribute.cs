namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>What a trigger can do that not all can.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class BindingCapabilitiesAttribute(params string[] capabilities) : Attribute
{
    public string[] Capabilities { get; } = capabilities;
}
