namespace Azure.AI.TextAnalytics;

/// <summary>An entity that the service found.</summary>
public readonly partial struct CategorizedEntity
{
    internal CategorizedEntity(string text, string category, string subCategory, double confidenceScore, int offset, int length)
    {
        (Text, Category, SubCategory) = (text, category, subCategory);
        (ConfidenceScore, Offset, Length) = (confidenceScore, offset, length);
    }

    public EntityCategory Category { get; }

    public double ConfidenceScore { get; }

    public int Length { get; }

    public int Offset { get; }

    public string SubCategory { get; }

    public string Text { get; }
}
