namespace Pipeline.Benchmarks.Entities.Corpus;

/// <summary>How far two passes over the same articles agree: a name counts if start, end and type are the same in both.</summary>
/// <remarks>
/// F1 between two annotators is the usual figure for names; kappa has no meaning where the number of non-names is arbitrary (Hripcsak and
/// Rothschild, "Agreement, the F-measure, and reliability in information retrieval", 2005).
/// </remarks>
internal sealed record Agreement(string Type, int First, int Second, int Both)
{
    /// <summary>0 to 1; 1 where neither pass has any.</summary>
    public double F1 => First + Second == 0 ? 1 : 2.0 * Both / (First + Second);

    /// <summary>Over all types, then each.</summary>
    /// <exception cref="ArgumentException">The passes are not over the same articles.</exception>
    public static IReadOnlyList<Agreement> Between(IReadOnlyList<CorpusArticle> first, IReadOnlyList<CorpusArticle> second)
    {
        var (ours, theirs) = (Names(first), Names(second));
        if (!first.Select(article => article.Id).ToHashSet().SetEquals(second.Select(article => article.Id)))
            throw new ArgumentException("The two passes are over different articles.", nameof(second));
        return
        [
            Of("all", ours, theirs, _ => true),
            .. CorpusMarkup.Types.Select(type => Of(type, ours, theirs, name => name.Span.Type == type)),
        ];
    }

    /// <summary>Each name that one pass has and the other has not, in the order of the texts.</summary>
    public static IEnumerable<(string Id, CorpusSpan Span, bool IsFirst, string Name)> Differences(
        IReadOnlyList<CorpusArticle> first, IReadOnlyList<CorpusArticle> second)
    {
        var (ours, theirs) = (Names(first), Names(second));
        var texts = first.Concat(second).DistinctBy(article => article.Id).ToDictionary(article => article.Id, article => article.Text);
        return ours.Union(theirs).Where(name => !ours.Contains(name) || !theirs.Contains(name))
            .OrderBy(name => name.Id, StringComparer.Ordinal).ThenBy(name => name.Span.Start)
            .Select(name => (name.Id, name.Span, ours.Contains(name), texts[name.Id][name.Span.Start..name.Span.End]));
    }

    private static Agreement Of(
        string type, HashSet<(string Id, CorpusSpan Span)> first, HashSet<(string Id, CorpusSpan Span)> second, Func<(string Id, CorpusSpan Span), bool> counts) =>
        new(type, first.Count(counts), second.Count(counts), first.Count(name => counts(name) && second.Contains(name)));

    private static HashSet<(string Id, CorpusSpan Span)> Names(IReadOnlyList<CorpusArticle> pass) =>
        [.. pass.SelectMany(article => article.Spans.Select(span => (article.Id, span)))];
}
