using Pipeline.Articles.Cleaning.Learning;
using Pipeline.Articles.Cleaning.Selection;
using Pipeline.Articles.Cleaning.Text.Lines;
using Pipeline.Articles.Metadata;

namespace Pipeline.Benchmarks.Clean.Training.Lines;

/// <summary>A text with what is known of each of its lines.</summary>
internal sealed class LinePage
{
    public required LineSource Source { get; init; }

    /// <summary>False for texts made of real ones: articles by themselves, and texts in other scripts.</summary>
    public bool IsReal => Source.Set.Split('/') is [_, var variant] && variant.StartsWith("text-", StringComparison.Ordinal);

    public required LineTraits Lines { get; init; }

    public BlockView View => Lines.View;

    public FoundTitle Title => Lines.Title;

    public required FeatureTable Table { get; init; }

    /// <summary>1 for lines of the article.</summary>
    public required float[] Labels { get; init; }

    /// <summary>How much a line counts among the trees' rows.</summary>
    public required float[] Weights { get; init; }

    /// <summary>1, or less where the line is in the article by half.</summary>
    public required float[] Certainty { get; init; }
}
