namespace Pipeline.Benchmarks.Cost;

/// <summary>How far a part goes before it has to be multiplied.</summary>
/// <param name="Part">What is limited.</param>
/// <param name="UsePerArticle">What an article takes of it.</param>
/// <param name="Limit">What one of it gives in a second.</param>
/// <param name="Unit">Unit of both.</param>
/// <param name="Remedy">What to do then.</param>
internal sealed record Bottleneck(string Part, double UsePerArticle, double Limit, string Unit, string Remedy)
{
    /// <summary>Articles a second at which one of it is used up.</summary>
    public double ArticlesPerSecond => Limit / UsePerArticle;

    /// <summary>How many of it are needed.</summary>
    public double NeededAt(double articlesPerSecond) => Math.Ceiling(articlesPerSecond * UsePerArticle / Limit);
}
