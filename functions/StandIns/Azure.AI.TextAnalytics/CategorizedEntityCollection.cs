using System.Collections.ObjectModel;

namespace Azure.AI.TextAnalytics;

/// <summary>The entities of one document, in the order of the text.</summary>
public partial class CategorizedEntityCollection : ReadOnlyCollection<CategorizedEntity>
{
    internal CategorizedEntityCollection(IList<CategorizedEntity> entities)
        : base(entities)
    {
    }
}
