using Microsoft.Azure.Functions.Worker;

namespace Pipeline.Local.Hosting.Functions;

/// <summary>The context of a run in this host.</summary>
internal sealed class LocalFunctionContext(string invocationId, CancellationToken cancellationToken) : FunctionContext
{
    public override string InvocationId { get; } = invocationId;

    public override CancellationToken CancellationToken { get; } = cancellationToken;
}
