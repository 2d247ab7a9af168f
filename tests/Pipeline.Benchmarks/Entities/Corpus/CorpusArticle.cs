namespace Pipeline.Benchmarks.Entities.Corpus;

/// <summary>An article without its markup, and the names that the markup said.</summary>
/// <param name="Id">Unique in the corpus; what stands behind "===" above it.</param>
/// <param name="Text">Lines end in "\n"; no blank lines at either end.</param>
/// <param name="Spans">In the order of the text; none overlaps another.</param>
internal sealed record CorpusArticle(string Id, string Text, IReadOnlyList<CorpusSpan> Spans);
