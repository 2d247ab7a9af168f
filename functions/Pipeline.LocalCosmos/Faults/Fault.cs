using System.Globalization;
using System.Net;
using Pipeline.LocalCosmos.Protocol;

namespace Pipeline.LocalCosmos.Faults;

/// <summary>What a struck request gets in place of its answer.</summary>
public sealed record Fault
{
    private Fault(FaultPlace place, HttpStatusCode? status, TimeSpan? retryAfter = null) =>
        (Place, Status, RetryAfter) = (place, status, retryAfter);

    public FaultPlace Place { get; }

    /// <summary>The status of the answer; null when the connection breaks instead.</summary>
    public HttpStatusCode? Status { get; }

    /// <summary>What <c>x-ms-retry-after-ms</c> says.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>503: the region is not there for the moment.</summary>
    public static Fault ServiceUnavailable { get; } = new(FaultPlace.BeforeServing, HttpStatusCode.ServiceUnavailable);

    /// <summary>408: the service gave up; a write may or may not have happened, here it has not.</summary>
    public static Fault RequestTimeout { get; } = new(FaultPlace.BeforeServing, HttpStatusCode.RequestTimeout);

    /// <summary>408 after the write was done: the other thing that a 408 can mean.</summary>
    public static Fault RequestTimeoutAfterCommit { get; } = new(FaultPlace.AfterServing, HttpStatusCode.RequestTimeout);

    /// <summary>The connection breaks before anything is served.</summary>
    public static Fault ConnectionLost { get; } = new(FaultPlace.BeforeServing, status: null);

    /// <summary>The write is committed, then the connection breaks: what a crash between commit and answer looks like.</summary>
    public static Fault CrashAfterCommit { get; } = new(FaultPlace.AfterServing, status: null);

    /// <summary>429 with <c>x-ms-retry-after-ms</c>, as when the provisioned throughput is used up.</summary>
    public static Fault TooManyRequests(TimeSpan retryAfter) =>
        new(FaultPlace.BeforeServing, HttpStatusCode.TooManyRequests, retryAfter);

    /// <exception cref="HttpRequestException">The fault is a broken connection.</exception>
    internal HttpResponseMessage Answer(HttpRequestMessage request)
    {
        if (Status is not { } status)
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "LocalCosmos was told to break this connection.");

        var response = CosmosResponse.Error((int)status, status.ToString(), "LocalCosmos was told to fail this request.",
            subStatus: status == HttpStatusCode.TooManyRequests ? 3200 : 0, charge: 0);
        if (RetryAfter is { } after)
            response.With(CosmosHeaders.RetryAfter, ((long)after.TotalMilliseconds).ToString(CultureInfo.InvariantCulture));
        return response.ToHttp(request);
    }
}
