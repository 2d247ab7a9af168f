namespace Pipeline.Benchmarks.Throughput;

/// <summary>Sizes and counts of an article's operations, as the pipeline's own run was seen to do them.</summary>
/// <param name="States">Bytes of the state blob after receive, clean, enrich and deduplicate.</param>
/// <param name="Message">Characters of a message.</param>
/// <param name="Document">Bytes of the document.</param>
/// <param name="Fingerprint">Bytes of a fingerprint item.</param>
/// <param name="FingerprintReads">Point reads of fingerprints per article.</param>
/// <param name="FingerprintWrites">Creations of fingerprints per article.</param>
internal sealed record BareSizes(
    IReadOnlyList<int> States, int Message, int Document, int Fingerprint, int FingerprintReads, int FingerprintWrites);
