using Pipeline.Ingestion.Failures;
using Pipeline.Ingestion.Stages;

namespace Pipeline.Ingestion.Operations;

/// <summary>Where the articles are, at one moment.</summary>
/// <param name="At">When it was looked at.</param>
/// <param name="Queues">The queues of the stages, in order, then those of what the host gave up on.</param>
/// <param name="InFlight">Articles between drop and document.</param>
/// <param name="Quarantine">What could not become a document.</param>
public sealed record PipelineStatus(
    DateTimeOffset At, IReadOnlyList<QueueStatus> Queues, InFlightStatus InFlight, QuarantineStatus Quarantine);

/// <param name="Queue">Its name.</param>
/// <param name="Messages">Messages in it, those included that are in work or wait for their next try.</param>
/// <param name="OldestSeconds">Age of the oldest message that waits to be received; null when none waits.</param>
public sealed record QueueStatus(string Queue, int Messages, double? OldestSeconds);

/// <param name="Articles">How many.</param>
/// <param name="Deferred">Those among them that wait on purpose, such as for tomorrow's budget.</param>
/// <param name="UntouchedSeconds">Of the others, how long the one has stood still that did the longest; null when there is none.</param>
public sealed record InFlightStatus(int Articles, int Deferred, double? UntouchedSeconds);

/// <param name="Articles">How many, files that could not be read included.</param>
/// <param name="Messages">Queue messages that name no article to quarantine, poisoned removals of files among them.</param>
/// <param name="ByCategory">The articles by why they failed.</param>
/// <param name="ByStage">The articles by where they failed.</param>
public sealed record QuarantineStatus(
    int Articles,
    int Messages,
    IReadOnlyDictionary<FailureCategory, int> ByCategory,
    IReadOnlyDictionary<Stage, int> ByStage);
