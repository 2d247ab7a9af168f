namespace Pipeline.Benchmarks.Throughput;

/// <summary>Sizes and counts of an article's operations, as the pipeline's own run was just seen to do them.</summary>
/// <param name="State">Bytes of the state blob.</param>
/// <param name="Message">Bytes of a message as sent.</param>
/// <param name="Document">Bytes of the document.</param>
/// <param name="Fingerprint">Bytes of a fingerprint item.</param>
/// <param name="FingerprintReads">Point reads of fingerprints per article.</param>
/// <param name="FingerprintLookups">Requests for many fingerprints at once, per article.</param>
/// <param name="FingerprintWrites">Fingerprints written per article.</param>
internal sealed record BareSizes(
    int State,
    int Message,
    int Document,
    int Fingerprint,
    int FingerprintReads,
    int FingerprintLookups,
    int FingerprintWrites)
{
    public static BareSizes Of(OperationCounter storage, CosmosCounter cosmos, int articles)
    {
        var states = storage.Operations["PUT work/*"];
        var messages = storage.Operations["POST clean/messages"];
        var documents = cosmos.Operations["articles create"];
        var fingerprints = cosmos.Operations["fingerprints create"];
        return new BareSizes(
            (int)(states.Bytes / states.Count),
            (int)(messages.Bytes / messages.Count),
            (int)(documents.Bytes / documents.Count),
            (int)(fingerprints.Bytes / fingerprints.Count),
            PerArticle("fingerprints read"),
            PerArticle("fingerprints query"),
            PerArticle("fingerprints create") + PerArticle("fingerprints replace"));

        int PerArticle(string name) =>
            (int)Math.Round((double)cosmos.Operations.GetValueOrDefault(name).Count / articles);
    }
}
