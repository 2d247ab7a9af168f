namespace Microsoft.Azure.Functions.Worker;

/// <summary>One run of a function.</summary>
public abstract class FunctionContext
{
    /// <summary>Unique for the run.</summary>
    public abstract string InvocationId { get; }

    /// <summary>Signals that the host stops or that the function's time is up.</summary>
    public virtual CancellationToken CancellationToken { get; } = CancellationToken.None;
}
