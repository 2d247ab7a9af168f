namespace Pipeline.LocalCosmos.Protocol;

/// <summary>A request that cannot be served, found deep inside; <see cref="Response"/> is its answer.</summary>
internal sealed class RequestRefusedException(CosmosResponse response) : Exception
{
    public CosmosResponse Response { get; } = response;

    public static RequestRefusedException BadRequest(string message) => new(CosmosResponse.BadRequest(message));
}
