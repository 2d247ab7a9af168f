using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Pipeline.Local.LanguageService;

/// <summary>POST /language/:analyze-text. Thread safe.</summary>
internal sealed class AnalyzeTextEndpoint(LanguageServiceOptions options)
{
    private const int MostBytes = 1_000_000;

    private readonly RequestRate _rate = new(options.RequestsPerSecond, options.Time);
    private int _count;

    /// <summary>Requests received so far, the refused ones too.</summary>
    public int Count => Volatile.Read(ref _count);

    // fault of the test -> key -> version -> rate -> size -> JSON -> kind and documents -> each document's findings or error
    public async Task AnswerAsync(HttpContext context)
    {
        var number = Interlocked.Increment(ref _count);
        var fault = options.Fault?.Invoke(number);
        if (fault is not null && fault.Delay > TimeSpan.Zero)
            await Task.Delay(fault.Delay, options.Time, context.RequestAborted);
        if (fault is { Status: > 0 })
        {
            if (fault.RetryAfterSeconds is { } seconds)
                context.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
            await WriteAsync(context, fault.Status, ServiceErrors.Whole($"{fault.Status}", "The service has a bad moment."));
            return;
        }
        var (status, body) = await JudgeAsync(context);
        await WriteAsync(context, status, body, fault?.Cut ?? false);
    }

    private static async Task WriteAsync(HttpContext context, int status, JsonObject body, bool cut = false)
    {
        var text = body.ToJsonString();
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.WriteAsync(cut ? text[..(text.Length / 2)] : text, context.RequestAborted);
    }

    private async Task<(int Status, JsonObject Body)> JudgeAsync(HttpContext context)
    {
        if (options.Key is not null && context.Request.Headers["Ocp-Apim-Subscription-Key"] != options.Key)
            return (401, ServiceErrors.Whole("401", "Access denied due to invalid subscription key or wrong API endpoint."));
        if (context.Request.Query["api-version"] != "2023-04-01")
            return (404, ServiceErrors.Whole("404", "Resource not found"));
        if (_rate.Wait() is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
            return (429, ServiceErrors.Whole("429", $"Requests have exceeded the rate limit of the resource. Please retry after {seconds} seconds."));
        }
        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer, context.RequestAborted);
        if (buffer.Length > MostBytes)
            return (413, ServiceErrors.Whole("InvalidRequest", "Request Payload sent is too large to be processed. Limit request size to: 1000000"));
        try
        {
            return TextAnalysis.Answer(JsonNode.Parse(buffer.GetBuffer().AsSpan(0, (int)buffer.Length)) as JsonObject ?? []);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException)
        {
            return (400, ServiceErrors.Whole("InvalidRequest", "Invalid Request.", "InvalidRequestBodyFormat", "Request body format is wrong."));
        }
    }
}
