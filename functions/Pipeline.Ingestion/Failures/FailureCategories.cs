using Pipeline.Articles.Formats;

namespace Pipeline.Ingestion.Failures;

/// <summary>What follows from a category.</summary>
public static class FailureCategories
{
    public static bool IsRetryable(this FailureCategory category) => category
        is FailureCategory.Throttled
        or FailureCategory.Unavailable
        or FailureCategory.Timeout
        or FailureCategory.BudgetUsedUp
        or FailureCategory.Conflict
        or FailureCategory.Misconfigured;

    public static FailureCategory Of(RejectionCategory rejection) => rejection switch
    {
        RejectionCategory.Empty => FailureCategory.Empty,
        RejectionCategory.Binary => FailureCategory.Binary,
        RejectionCategory.UnknownFormat => FailureCategory.UnknownFormat,
        RejectionCategory.TooLarge => FailureCategory.TooLarge,
        RejectionCategory.DecompressionBomb => FailureCategory.DecompressionBomb,
        RejectionCategory.UnsafePath => FailureCategory.UnsafePath,
        RejectionCategory.Malformed => FailureCategory.Malformed,
        RejectionCategory.NoArticle => FailureCategory.NoArticle,
        _ => throw new ArgumentOutOfRangeException(nameof(rejection), rejection, "Unknown rejection."),
    };
}
