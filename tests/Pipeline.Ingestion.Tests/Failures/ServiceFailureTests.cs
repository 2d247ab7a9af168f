using System.Net;
using Azure;
using Azure.Identity;
using Microsoft.Azure.Cosmos;
using Pipeline.Ingestion.Failures;
using Pipeline.Ingestion.Stages;

namespace Pipeline.Ingestion.Tests.Failures;

public sealed class ServiceFailureTests
{
    [Theory]
    [InlineData(0, FailureCategory.Unavailable)]
    [InlineData(401, FailureCategory.Misconfigured)]
    [InlineData(404, FailureCategory.Misconfigured)]
    [InlineData(408, FailureCategory.Timeout)]
    [InlineData(412, FailureCategory.Conflict)]
    [InlineData(429, FailureCategory.Throttled)]
    [InlineData(500, FailureCategory.Unavailable)]
    [InlineData(503, FailureCategory.Unavailable)]
    public void TryRead_PassingStatus_IsARetry(int status, FailureCategory category)
    {
        var outcome = ServiceFailure.TryRead(new RequestFailedException(status, "No."));

        Assert.Equal(category, Assert.IsType<StageOutcome.Retry>(outcome).Failure.Category);
    }

    [Theory]
    [InlineData(400, FailureCategory.Refused)]
    [InlineData(413, FailureCategory.TooLarge)]
    public void TryRead_LastingStatus_IsAQuarantine(int status, FailureCategory category)
    {
        var outcome = ServiceFailure.TryRead(new RequestFailedException(status, "No."));

        Assert.Equal(category, Assert.IsType<StageOutcome.Quarantine>(outcome).Failure.Category);
    }

    [Fact]
    public void TryRead_CosmosException_KeepsStatusAndFirstLineOfTheMessage()
    {
        var exception = new CosmosException("Too many.\nDiagnostics follow.", HttpStatusCode.TooManyRequests, 0, "", 0);

        var retry = Assert.IsType<StageOutcome.Retry>(ServiceFailure.TryRead(exception));

        Assert.Equal(FailureCategory.Throttled, retry.Failure.Category);
        Assert.Contains("429", retry.Failure.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', retry.Failure.Reason);
    }

    [Fact]
    public void TryRead_IdentityThatCannotSignIn_IsARetry()
    {
        var retry = Assert.IsType<StageOutcome.Retry>(ServiceFailure.TryRead(new AuthenticationFailedException("No token.\nMore.")));

        Assert.Equal(FailureCategory.Misconfigured, retry.Failure.Category);
        Assert.EndsWith("No token.", retry.Failure.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void TryRead_FaultOfOurOwn_IsNull() => Assert.Null(ServiceFailure.TryRead(new InvalidOperationException()));
}
