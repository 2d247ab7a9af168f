using System.Net;
using Microsoft.Azure.Cosmos;

namespace Pipeline.LocalCosmos.Tests.Testing;

internal static class Refused
{
    /// <summary>The call must fail with this status.</summary>
    public static async Task<CosmosException> WithAsync(HttpStatusCode status, Func<Task> call)
    {
        var exception = await Assert.ThrowsAsync<CosmosException>(call);
        Assert.Equal(status, exception.StatusCode);
        return exception;
    }
}
