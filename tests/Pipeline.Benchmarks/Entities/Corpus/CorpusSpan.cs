namespace Pipeline.Benchmarks.Entities.Corpus;

/// <summary>A name in an article's text.</summary>
/// <param name="Start">UTF-16 offset into the text without markup.</param>
/// <param name="End">Offset behind its last code unit.</param>
/// <param name="Type">One of <see cref="CorpusMarkup.Types"/>.</param>
internal readonly record struct CorpusSpan(int Start, int End, string Type);
