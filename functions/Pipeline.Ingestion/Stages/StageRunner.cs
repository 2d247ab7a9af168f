using System.Diagnostics;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging;
using Pipeline.Ingestion.Failures;
using Pipeline.Ingestion.Quarantine;
using Pipeline.Ingestion.Storage;
using Pipeline.Ingestion.Telemetry;

namespace Pipeline.Ingestion.Stages;

/// <summary>
/// Takes a message through a stage. The only code that writes state, sends messages, backs off and quarantines.
/// <code>
///  message ── 1 parse ── 2 read state ──┬─ not in flight, or another version: nothing to do
///                                       ├─ stage done already ───────────────────┐
///                                       └─ 3 handle ─┬─ Done ── 4 write state ───┴─ 5 send the next message
///                                                    │          (last stage: delete it)
///                                                    ├─ Retry ───── send the same message again, later
///                                                    ├─ Defer ───── write that it waits, send the message for then
///                                                    └─ Quarantine ─ keep it there, delete the state
/// </code>
/// It may die between any two steps: the message then comes again, and finds either nothing done or all of it.
/// </summary>
public sealed partial class StageRunner(
    WorkStore work,
    StageQueues queues,
    QuarantineStore quarantine,
    QuarantineKeeper keeper,
    PipelineMetrics metrics,
    BackOff backOff,
    TimeProvider time,
    IPipelineObserver observer,
    ILogger<StageRunner> logger)
{
    public async Task RunAsync(IStageHandler handler, QueueMessage delivery, CancellationToken cancellationToken)
    {
        // 1. Parse
        var message = StageMessage.TryParse(delivery.Body);
        if (message is null || message.Stage != handler.Stage)
        {
            Log.NotAMessage(logger, handler.Stage, delivery.MessageId);
            await quarantine.KeepMessageAsync(PipelineMap.QueueOf(handler.Stage), delivery, cancellationToken);
            return;
        }

        using var activity = PipelineActivity.Start(message, delivery.MessageId);

        // 2. Read state
        while (await work.TryReadAsync(message.ArticleId, cancellationToken) is { } stored
            && stored.State.Version == message.Version)
        {
            if (stored.State.Next != handler.Stage)
            {
                await queues.SendAsync(StageMessage.For(stored.State), cancellationToken);
                return;
            }

            // 3. Handle
            var started = time.GetTimestamp();
            var outcome = await HandleAsync(handler, stored.State, cancellationToken);
            if (await SettleAsync(handler, message, stored, outcome, started, activity, cancellationToken))
            {
                Tell(handler.Stage, outcome, time.GetElapsedTime(started), activity);
                return;
            }

            // Somebody else wrote the state in the meantime: look again.
        }
    }

    /// <summary>Effects of an outcome; false when the state was no longer the one that was read.</summary>
    private async Task<bool> SettleAsync(
        IStageHandler handler,
        StageMessage message,
        StoredState stored,
        StageOutcome outcome,
        long started,
        Activity? activity,
        CancellationToken cancellationToken)
    {
        switch (outcome)
        {
            case StageOutcome.Done done:
                // 4. Write state
                var record = Record(handler, message, started);
                if (PipelineMap.After(handler.Stage) is not { } next)
                {
                    await work.EndAsync(message.ArticleId, stored.ETag, cancellationToken);
                    observer.StageDone(done.State, record);
                    return true;
                }

                var state = done.State with
                {
                    Next = next,
                    Stages = [.. done.State.Stages, record],
                    DeferredUntil = null,
                    TraceParent = activity?.Id,
                };
                if (!await work.TryReplaceAsync(state, stored.ETag, cancellationToken))
                {
                    return false;
                }

                // 5. Send the next message
                observer.StageDone(state, record);
                await queues.SendAsync(StageMessage.For(state), cancellationToken);
                return true;

            case StageOutcome.Retry retry when !backOff.IsLast(message.Attempt):
                var delay = backOff.DelayAfter(message.Attempt, retry.After);
                Log.Retrying(logger, handler.Stage, message.ArticleId, message.Attempt, delay, retry.Failure.Category, retry.Failure.Reason);
                await queues.SendAsync(message with { Attempt = message.Attempt + 1 }, delay, cancellationToken);
                metrics.Retried(handler.Stage, retry.Failure.Category);
                return true;

            case StageOutcome.Retry retry:
                var exhausted = new Failure(
                    FailureCategory.RetriesExhausted,
                    $"Given up after {message.Attempt} tries; requeue it when the cause is mended. Last: {retry.Failure.Reason}");
                await QuarantineAsync(handler.Stage, message.Attempt, stored, exhausted, cancellationToken);
                return true;

            case StageOutcome.Defer defer:
                // The state first: who looks for lost messages leaves alone what waits on purpose.
                var waiting = stored.State with { DeferredUntil = defer.Until };
                if (!await work.TryReplaceAsync(waiting, stored.ETag, cancellationToken))
                {
                    return false;
                }

                Log.Deferred(logger, handler.Stage, message.ArticleId, defer.Until, defer.Failure.Reason);
                await queues.SendAsync(message, Wait(defer.Until), cancellationToken);
                observer.Deferred(waiting, defer.Failure);
                return true;

            case StageOutcome.Quarantine lasting:
                await QuarantineAsync(handler.Stage, message.Attempt, stored, lasting.Failure, cancellationToken);
                return true;

            default:
                throw new UnreachableException();
        }
    }

    private TimeSpan Wait(DateTimeOffset until)
    {
        var wait = until - time.GetUtcNow();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait > StageQueues.LongestDelay ? StageQueues.LongestDelay : wait;
    }

    private async Task<StageOutcome> HandleAsync(
        IStageHandler handler, ArticleState state, CancellationToken cancellationToken)
    {
        try
        {
            return await handler.HandleAsync(state, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            if (ServiceFailure.TryRead(exception) is { } passing)
            {
                return passing;
            }

            // A fault of our own gives the same result at every try: keep the article, not the host, busy with it.
            Log.Unexpected(logger, exception, handler.Stage, state.ArticleId);
            return StageOutcome.Failed(ServiceFailure.Unexpected(exception));
        }
    }

    private async Task QuarantineAsync(
        Stage stage, int attempts, StoredState stored, Failure failure, CancellationToken cancellationToken)
    {
        Log.Quarantined(logger, stage, stored.State.ArticleId, failure.Category, failure.Reason);
        await keeper.KeepAsync(stored, stage, attempts, failure, cancellationToken);
    }

    private void Tell(Stage stage, StageOutcome outcome, TimeSpan took, Activity? activity)
    {
        var failure = outcome switch
        {
            StageOutcome.Retry retry => retry.Failure,
            StageOutcome.Defer defer => defer.Failure,
            StageOutcome.Quarantine lasting => lasting.Failure,
            _ => null,
        };
        metrics.Processed(stage, took, failure?.Category);
        if (failure is not null)
        {
            activity?.SetTag("error.type", failure.Category.ToString()).SetStatus(ActivityStatusCode.Error, failure.Reason);
        }
    }

    private StageRecord Record(IStageHandler handler, StageMessage message, long started)
    {
        var elapsed = time.GetElapsedTime(started);
        var milliseconds = Math.Round(elapsed.TotalMilliseconds, 2);
        return new StageRecord(handler.Stage, handler.Version, time.GetUtcNow() - elapsed, milliseconds, message.Attempt);
    }

    private static partial class Log
    {
        [LoggerMessage(104, LogLevel.Information, "{Stage} of {ArticleId}: deferred until {Until}. {Reason}")]
        public static partial void Deferred(
            ILogger logger, Stage stage, string articleId, DateTimeOffset until, string reason);

        [LoggerMessage(100, LogLevel.Warning, "{Stage}: message {MessageId} is no claim check of this stage; quarantined.")]
        public static partial void NotAMessage(ILogger logger, Stage stage, string messageId);

        [LoggerMessage(101, LogLevel.Warning,
            "{Stage} of {ArticleId}, try {Attempt}: {Category}, again in {Delay}. {Reason}")]
        public static partial void Retrying(
            ILogger logger, Stage stage, string articleId, int attempt, TimeSpan delay, FailureCategory category, string reason);

        [LoggerMessage(102, LogLevel.Warning, "{Stage} of {ArticleId}: quarantined as {Category}. {Reason}")]
        public static partial void Quarantined(
            ILogger logger, Stage stage, string articleId, FailureCategory category, string reason);

        [LoggerMessage(103, LogLevel.Error, "{Stage} of {ArticleId} failed by a fault of the pipeline itself.")]
        public static partial void Unexpected(ILogger logger, Exception exception, Stage stage, string articleId);
    }
}
