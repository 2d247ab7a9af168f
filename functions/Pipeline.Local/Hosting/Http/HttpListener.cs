using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Local.Hosting.Functions;

namespace Pipeline.Local.Hosting.Http;

/// <summary>Runs a function for each request to its route. The keys of the Functions host are not asked for: it listens on loopback only.</summary>
internal sealed class HttpListener(HttpTriggerAttribute trigger, RoutePattern route, FunctionRunner runner) : IListener
{
    private readonly RunningTasks _running = new();
    private CancellationToken _abort = CancellationToken.None;

    public int Running => _running.Count;

    /// <summary>Verbs in capitals; none means all.</summary>
    public IReadOnlyList<string> Methods { get; } = [.. (trigger.Methods ?? []).Select(method => method.ToUpperInvariant())];

    public RoutePattern Route => route;

    /// <summary>What calls it is the server; here is only kept what a run is aborted by.</summary>
    public async Task ListenAsync(CancellationToken stop, CancellationToken abort)
    {
        _abort = abort;
        await Task.Delay(Timeout.InfiniteTimeSpan, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public Task DrainAsync(CancellationToken cancellationToken) => _running.WaitUntilAtMostAsync(0, cancellationToken);

    public Task HandleAsync(HttpContext context)
    {
        var handling = RunAsync(context);
        _running.Add(handling.ContinueWith(
            _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default));
        return handling;
    }

    private async Task RunAsync(HttpContext context)
    {
        var subject = $"{context.Request.Method} {context.Request.Path}";
        var input = new TriggerInput(context.Request, subject, 1)
        {
            Parts = context.Request.RouteValues.ToDictionary(part => part.Key, part => $"{part.Value}", StringComparer.OrdinalIgnoreCase),
        };
        using var abort = CancellationTokenSource.CreateLinkedTokenSource(_abort, context.RequestAborted);
        var (error, result) = await runner.RunForResultAsync(runner.Describe(input), input, abort.Token);
        if (error is not null)
        {
            // What went wrong stands in the log, as in the Functions host.
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
        else if (result is IActionResult action)
        {
            await action.ExecuteResultAsync(new ActionContext(context, context.GetRouteData(), new ActionDescriptor()));
        }
    }
}
