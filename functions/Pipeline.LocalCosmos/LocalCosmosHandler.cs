using Pipeline.LocalCosmos.Faults;
using Pipeline.LocalCosmos.Protocol;

namespace Pipeline.LocalCosmos;

/// <summary>
/// Answers the REST protocol of Azure Cosmos DB out of a <see cref="LocalCosmosAccount"/>. It goes to the SDK through
/// <c>CosmosClientOptions.HttpClientFactory</c> and holds nothing of its own: any number of clients may share it, and
/// disposing it closes nothing.
/// </summary>
public sealed class LocalCosmosHandler : HttpMessageHandler
{
    private readonly Gateway _gateway;
    private readonly FaultInjector _faults;

    internal LocalCosmosHandler(Gateway gateway, FaultInjector faults)
    {
        _gateway = gateway;
        _faults = faults;
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();

        // 1. read   2. a fault may answer instead   3. serve   4. a fault may lose the answer
        var parsed = await CosmosRequest.ReadAsync(request, cancellationToken);
        var fault = _faults.Next(parsed);
        if (fault is { Place: FaultPlace.BeforeServing })
            return fault.Answer(request);

        var response = await _gateway.HandleAsync(parsed);
        return fault is null ? response.ToHttp(request) : fault.Answer(request);
    }
}
