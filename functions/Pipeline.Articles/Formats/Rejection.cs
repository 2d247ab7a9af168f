namespace Pipeline.Articles.Formats;

/// <summary>Why an entry cannot become an article.</summary>
/// <param name="Category">The kind of fault; operators filter and requeue by it.</param>
/// <param name="Reason">One sentence that names the fault and says what to do.</param>
public sealed record Rejection(RejectionCategory Category, string Reason);
