using System.Collections.ObjectModel;

namespace Azure.AI.TextAnalytics;

/// <summary>The results of one request, in the order of its documents.</summary>
public partial class ExtractKeyPhrasesResultCollection : ReadOnlyCollection<ExtractKeyPhrasesResult>
{
    internal ExtractKeyPhrasesResultCollection(IList<ExtractKeyPhrasesResult> results, string modelVersion)
        : base(results) => ModelVersion = modelVersion;

    public string ModelVersion { get; }
}
