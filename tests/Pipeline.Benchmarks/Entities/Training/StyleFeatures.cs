using Pipeline.Articles.Entities.Tagging;

namespace Pipeline.Benchmarks.Entities.Training;

/// <summary>Features that only documents of one style have; see <see cref="CorpusFile.Style"/>.</summary>
internal static class StyleFeatures
{
    public static int Write(string style, in TaggedWord word, Span<uint> target)
    {
        var name = FeatureHash.Exact(style);
        target[0] = FeatureHash.Of(200, name);
        target[1] = FeatureHash.Of(201, name, word.Shape);
        target[2] = FeatureHash.Of(202, name, word.Lower);
        target[3] = FeatureHash.Of(203, name, word.Middle);
        target[4] = FeatureHash.Of(204, name, (uint)word.Facts);
        return 5;
    }
}
