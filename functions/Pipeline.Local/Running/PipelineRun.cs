using Pipeline.Local.Inputs;
using Pipeline.Local.Output;
using Pipeline.Local.Progress;

namespace Pipeline.Local.Running;

/// <summary>
/// A run from the first drop to the end.
/// <code>
///  1 take up what an earlier run left in flight ── 2 drop the inputs ─┬─ 3 watch the drop folder (not with --once)
///                                                                     └─ 4 show progress, and results at every rest
/// </code>
/// </summary>
internal sealed class PipelineRun(
    RunOptions options,
    IReadOnlyList<InputFile> inputs,
    LocalPipeline pipeline,
    RunTracker tracker,
    IRunView view,
    JsonLinesOutput? output,
    TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly ArticleUploader _uploader = new(pipeline.Blobs);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // 1. Take up what an earlier run left in flight
        await foreach (var article in pipeline.InFlightAsync(cancellationToken))
        {
            tracker.Resume(article);
        }

        await pipeline.StartFunctionsAsync(cancellationToken);
        if (pipeline.HttpAddress is { } address)
        {
            view.Say($"Operations on {address}status, ...quarantine, ...budget.");
        }

        // 2. Drop the inputs
        var unchanged = new List<InputFile>();
        foreach (var file in inputs)
        {
            if (!await DropAsync(file, cancellationToken))
            {
                unchanged.Add(file);
            }
        }

        await ShowUnchangedAsync(unchanged, cancellationToken);

        if (options.Once)
        {
            await FollowAsync(untilIdle: true, cancellationToken);
            return;
        }

        // 3. Watch the drop folder, 4. show progress
        view.Say($"Watching {options.Drop} and the container 'articles'; Ctrl-C stops.");
        await Task.WhenAll(
            WatchAsync(cancellationToken),
            FollowAsync(untilIdle: false, cancellationToken));
    }

    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        await foreach (var file in new DropFolder(options.Drop, time).WatchAsync(cancellationToken))
        {
            await DropAsync(file, cancellationToken);
        }
    }

    /// <summary>False when the file lies in storage unchanged.</summary>
    private async Task<bool> DropAsync(InputFile file, CancellationToken cancellationToken)
    {
        // Expected before it is there: the host may see it before the upload returns.
        tracker.Expect(file.BlobName);
        if (await _uploader.UploadAsync(file, cancellationToken))
        {
            return true;
        }

        // Received by an earlier run; and if that was killed before it could, the host still counts the blob as pending.
        tracker.BlobReceived(file.BlobName, "", 0, 0);
        return false;
    }

    /// <summary>Inputs of an earlier run: their documents stand already, and whoever asked for them gets them.</summary>
    private async Task ShowUnchangedAsync(List<InputFile> files, CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            await foreach (var document in pipeline.DocumentsOfAsync(file.BlobName, cancellationToken))
            {
                output?.Stored(document);
                tracker.AlreadyStored(document);
            }
        }
    }

    private void SayDeferred(RunCounts counts)
    {
        if (counts.Deferred > 0)
        {
            view.Say($"{counts.Deferred} article(s) wait for the next day's language budget; the first start after midnight UTC goes on with them.");
        }
    }

    private async Task FollowAsync(bool untilIdle, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        var shown = -1L;
        do
        {
            var changes = tracker.Changes;
            var counts = tracker.Count();
            if (counts.IsIdle && await pipeline.IsAtRestAsync(cancellationToken))
            {
                if (changes != shown)
                {
                    var (stored, quarantined) = tracker.TakeResults();
                    view.Results(tracker.Count(), stored, quarantined);
                    shown = changes;
                }

                if (untilIdle)
                {
                    SayDeferred(counts);
                    return;
                }
            }
            else if (changes != shown)
            {
                view.Progress(counts);
            }
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }
}
