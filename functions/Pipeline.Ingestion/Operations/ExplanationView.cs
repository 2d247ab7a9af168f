using Pipeline.Ingestion.Deduplication;
using Pipeline.Ingestion.Deduplication.Operating;

namespace Pipeline.Ingestion.Operations;

/// <summary>Why two articles were or were not joined, as an HTTP caller sees it.</summary>
/// <param name="First">One of them.</param>
/// <param name="Second">The other.</param>
/// <param name="Explanation">Verdicts, scores, thresholds and samples.</param>
public sealed record ExplanationView(StandingView First, StandingView Second, DuplicateExplanation Explanation)
{
    public static ExplanationView Of(ExplainedPair pair) =>
        new(StandingView.Of(pair.First), StandingView.Of(pair.Second), pair.Explanation);
}
