namespace Pipeline.Benchmarks.Entities;

/// <summary>Exact matches of found names with marked ones: start, end and type must be right.</summary>
internal sealed record SpanScores(int Right, int Found, int Marked)
{
    public static readonly string[] Names = ["PER", "LOC", "ORG"];

    public double Precision => (double)Right / Math.Max(1, Found);

    public double Recall => (double)Right / Math.Max(1, Marked);

    public double F1 => 2.0 * Right / Math.Max(1, Found + Marked);

    public static SpanScores Of(IEnumerable<(IReadOnlySet<TypedSpan> Found, IReadOnlySet<TypedSpan> Marked)> documents, params ReadOnlySpan<string> types)
    {
        var scores = new SpanScores(0, 0, 0);
        foreach (var (found, marked) in documents)
        {
            foreach (var type in types)
            {
                scores = new SpanScores(
                    scores.Right + found.Count(span => span.Type == type && marked.Contains(span)),
                    scores.Found + found.Count(span => span.Type == type),
                    scores.Marked + marked.Count(span => span.Type == type));
            }
        }
        return scores;
    }
}
