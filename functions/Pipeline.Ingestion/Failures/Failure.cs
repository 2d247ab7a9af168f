using Pipeline.Articles.Formats;

namespace Pipeline.Ingestion.Failures;

/// <summary>Why an article did not get on.</summary>
/// <param name="Category">The kind of failure.</param>
/// <param name="Reason">One sentence for the operator: what is wrong and what to do.</param>
public sealed record Failure(FailureCategory Category, string Reason)
{
    public static Failure Of(Rejection rejection) => new(FailureCategories.Of(rejection.Category), rejection.Reason);
}
