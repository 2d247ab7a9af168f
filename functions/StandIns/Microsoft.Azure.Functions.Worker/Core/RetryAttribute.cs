namespace Microsoft.Azure.Functions.Worker;

/// <summary>How often a run that failed is tried again.</summary>
public abstract class RetryAttribute : Attribute;
