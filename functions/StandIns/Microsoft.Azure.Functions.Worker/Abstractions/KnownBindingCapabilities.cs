namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

public static class KnownBindingCapabilities
{
    /// <summary>A <see cref="RetryAttribute"/> on the function counts.</summary>
    public const string FunctionLevelRetry = nameof(FunctionLevelRetry);
}
