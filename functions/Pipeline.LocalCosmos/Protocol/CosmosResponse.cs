using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Encodings.Web;

namespace Pipeline.LocalCosmos.Protocol;

/// <summary>An answer before it is HTTP. <see cref="Charge"/> is in request units.</summary>
internal sealed class CosmosResponse(int status, ReadOnlyMemory<byte> body = default)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly List<KeyValuePair<string, string>> _headers = new(6);

    public int Status { get; } = status;

    public ReadOnlyMemory<byte> Body { get; } = body;

    public double Charge { get; init; } = 1;

    public string? ETag { get; init; }

    /// <summary>The container's newest sequence number that this answer has seen; 0 outside containers.</summary>
    public long Lsn { get; init; }

    public MediaTypeHeaderValue ContentType { get; init; } = Json;

    public bool IsSuccess => Status < 400;

    /// <summary>The service's number within the status, 0 for none.</summary>
    public int SubStatus { get; private init; }

    /// <param name="status">The HTTP status.</param>
    /// <param name="code">The service's own word for it, such as <c>NotFound</c>.</param>
    /// <param name="message">What is wrong and what to do.</param>
    /// <param name="subStatus">The service's number within the status, 0 for none.</param>
    /// <param name="charge">Request units.</param>
    /// <param name="lsn">The container's sequence number, 0 outside containers.</param>
    public static CosmosResponse Error(
        int status, string code, string message, int subStatus = 0, double charge = 1, long lsn = 0)
    {
        var body = $$"""{"code":"{{code}}","message":"{{JavaScriptEncoder.Default.Encode(message)}}"}""";
        return new CosmosResponse(status, System.Text.Encoding.UTF8.GetBytes(body))
        {
            SubStatus = subStatus, Charge = charge, Lsn = lsn,
        };
    }

    public static CosmosResponse BadRequest(string message, int subStatus = 0) => Error(400, "BadRequest", message, subStatus);

    public static CosmosResponse NotFound(string message, int subStatus = 0) => Error(404, "NotFound", message, subStatus);

    public CosmosResponse With(string header, string? value)
    {
        if (value is not null)
            _headers.Add(new(header, value));
        return this;
    }

    public CosmosResponse WithoutBody() => new(Status) { Charge = Charge, ETag = ETag, Lsn = Lsn };

    public HttpResponseMessage ToHttp(HttpRequestMessage request)
    {
        var message = new HttpResponseMessage((HttpStatusCode)Status)
        {
            RequestMessage = request,
            Content = new ReadOnlyMemoryContent(Body),
        };
        message.Content.Headers.ContentType = ContentType;
        var headers = message.Headers;
        headers.TryAddWithoutValidation(CosmosHeaders.RequestCharge, Charge.ToString("0.##", CultureInfo.InvariantCulture));
        headers.TryAddWithoutValidation(CosmosHeaders.ActivityId, Guid.NewGuid().ToString());
        if (SubStatus != 0)
            headers.TryAddWithoutValidation(CosmosHeaders.SubStatus, SubStatus.ToString(CultureInfo.InvariantCulture));
        if (ETag is not null)
            headers.TryAddWithoutValidation(CosmosHeaders.ETag, ETag);
        if (Lsn > 0)
        {
            var lsn = Lsn.ToString(CultureInfo.InvariantCulture);
            headers.TryAddWithoutValidation(CosmosHeaders.Lsn, lsn);
            headers.TryAddWithoutValidation(CosmosHeaders.SessionToken, "0:-1#" + lsn);
        }

        foreach (var (name, value) in _headers)
            headers.TryAddWithoutValidation(name, value);
        return message;
    }
}
