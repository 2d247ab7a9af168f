using System.Collections.ObjectModel;

namespace Azure.AI.TextAnalytics;

/// <summary>The results of one request, in the order of its documents.</summary>
public partial class RecognizeEntitiesResultCollection : ReadOnlyCollection<RecognizeEntitiesResult>
{
    internal RecognizeEntitiesResultCollection(IList<RecognizeEntitiesResult> results, string modelVersion)
        : base(results) => ModelVersion = modelVersion;

    public string ModelVersion { get; }
}
