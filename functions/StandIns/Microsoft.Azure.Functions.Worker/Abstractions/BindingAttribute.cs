namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>Base of every binding.</summary>
public abstract class BindingAttribute : Attribute;
