using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Pipeline.LocalCosmos.Serving;

/// <summary>Carries requests and answers between Kestrel and the handler.</summary>
internal static class HttpBridge
{
    public static async Task<HttpRequestMessage> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream((int)(request.ContentLength ?? 0));
        await request.Body.CopyToAsync(body, cancellationToken);

        var message = new HttpRequestMessage(new HttpMethod(request.Method), request.GetEncodedUrl())
        {
            Content = new ByteArrayContent(body.ToArray()),
        };
        foreach (var (name, values) in request.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
                message.Content.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
        }

        return message;
    }

    public static async Task WriteAsync(HttpContext context, HttpResponseMessage message)
    {
        var response = context.Response;
        response.StatusCode = (int)message.StatusCode;
        foreach (var (name, values) in message.Headers)
            response.Headers[name] = string.Join(',', values);

        if (response.StatusCode is 204 or 304)
            return;
        response.ContentType = message.Content.Headers.ContentType?.ToString();
        response.ContentLength = message.Content.Headers.ContentLength;
        await message.Content.CopyToAsync(response.Body, context.RequestAborted);
    }
}
