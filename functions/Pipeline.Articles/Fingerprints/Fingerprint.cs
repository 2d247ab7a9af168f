namespace Pipeline.Articles.Fingerprints;

/// <summary>What is kept of a text to recognise it and its copies.</summary>
/// <param name="ContentHash">XxHash128 over the hashes of the folded tokens, 32 lower-case hex digits: equal for texts that differ in typography only.</param>
/// <param name="Tokens">Tokens of the text (characters, for scripts without spaces).</param>
/// <param name="Sketch">The sample of its shingles that near copies are found by.</param>
/// <param name="Lead">The smallest hashes near the start of the text, which a cut copy still has.</param>
public sealed record Fingerprint(string ContentHash, int Tokens, Sketch Sketch, LeadHashes Lead)
{
    /// <summary>Version of folding, hashes, sketch and thresholds together: verdicts of two versions do not compare.</summary>
    public const string AlgorithmVersion = "facts3-bottom128/4";
}
