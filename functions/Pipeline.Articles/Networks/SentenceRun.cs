namespace Pipeline.Articles.Networks;

/// <summary>Rows of a buffer that a layer runs through.</summary>
/// <param name="Row">The first.</param>
/// <param name="Count">How many, one at least.</param>
internal readonly record struct SentenceRun(int Row, int Count);
