using Microsoft.Azure.Functions.Worker;
using Pipeline.Ingestion;
using Pipeline.Ingestion.Stages;

namespace Pipeline.Functions;

/// <summary>Looks for articles in flight whose message got lost, and sends it again.</summary>
public sealed class ResendLost(LostArticles lost)
{
    [Function(nameof(ResendLost))]
    public Task RunAsync(
        [TimerTrigger(PipelineMap.ResendLostSchedule)] TimerInfo timer, CancellationToken cancellationToken) =>
        lost.ResendAsync(cancellationToken);
}
