using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Pipeline.Ingestion.Failures;
using Pipeline.Ingestion.Quarantine;
using Pipeline.Ingestion.Stages;
using Pipeline.Ingestion.Storage;

namespace Pipeline.Ingestion.Operations;

/// <summary>Counts what waits, what is in flight and what is in quarantine. Reads listings and changes nothing.</summary>
public sealed class StatusReader(QueueServiceClient queues, WorkStore work, QuarantineStore quarantine, TimeProvider time)
{
    // As many as the service gives at once. Messages are roughly in order of arrival, so the oldest is among them.
    private const int Peeked = 32;

    public async Task<PipelineStatus> ReadAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var waiting = await Task.WhenAll(PipelineMap.Queues.Select(queue => QueueAsync(queue, now, cancellationToken)));
        return new PipelineStatus(
            now, waiting, await InFlightAsync(now, cancellationToken), await QuarantineAsync(cancellationToken));
    }

    private async Task<QueueStatus> QueueAsync(string name, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var queue = queues.GetQueueClient(name);
        QueueProperties properties = await queue.GetPropertiesAsync(cancellationToken);
        if (properties.ApproximateMessagesCount == 0)
        {
            return new QueueStatus(name, 0, null);
        }

        PeekedMessage[] peeked = await queue.PeekMessagesAsync(Peeked, cancellationToken);
        var oldest = peeked.Min(message => message.InsertedOn);
        return new QueueStatus(name, properties.ApproximateMessagesCount, oldest is { } at ? Seconds(now - at) : null);
    }

    private async Task<InFlightStatus> InFlightAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (articles, deferred) = (0, 0);
        DateTimeOffset? oldest = null;
        await foreach (var article in work.ListAsync(cancellationToken))
        {
            articles++;
            if (article.DeferredUntil > now)
            {
                deferred++;
            }
            else if (oldest is null || article.Written < oldest)
            {
                oldest = article.Written;
            }
        }

        return new InFlightStatus(articles, deferred, oldest is { } written ? Seconds(now - written) : null);
    }

    private async Task<QuarantineStatus> QuarantineAsync(CancellationToken cancellationToken)
    {
        var byCategory = new SortedDictionary<FailureCategory, int>();
        var byStage = new SortedDictionary<Stage, int>();
        var articles = 0;
        await foreach (var label in quarantine.LabelsAsync(cancellationToken))
        {
            articles++;
            byCategory[label.Category] = byCategory.GetValueOrDefault(label.Category) + 1;
            byStage[label.Stage] = byStage.GetValueOrDefault(label.Stage) + 1;
        }

        var messages = await quarantine.MessagesAsync(cancellationToken).CountAsync(cancellationToken);
        return new QuarantineStatus(articles, messages, byCategory, byStage);
    }

    private static double Seconds(TimeSpan age) => Math.Round(Math.Max(0, age.TotalSeconds), 1);
}
