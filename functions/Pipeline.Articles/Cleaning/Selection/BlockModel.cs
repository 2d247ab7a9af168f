using Pipeline.Articles.Cleaning.Learning;
using Pipeline.Articles.Metadata;

namespace Pipeline.Articles.Cleaning.Selection;

/// <summary>
/// Two looks at every block: the first by its own features and its surroundings, the second also by what the first thought of its
/// neighbours (stacking, Wolpert 1992).
/// </summary>
internal sealed class BlockModel(TokenWeights tokens, NameWeights names, BoostedTrees first, BoostedTrees second)
{
    /// <summary>With more blocks than this no model is asked; it would cost hundreds of megabytes for what is no article.</summary>
    public const int MostBlocks = 30_000;

    private static readonly Lazy<BlockModel> HtmlModel = new(() => Load("Models.blocks-html.bin"));

    public BoostedTrees First { get; } = first;

    public BoostedTrees Second { get; } = second;

    /// <summary>The model that the assembly carries, for pages with markup.</summary>
    public static BlockModel Default => HtmlModel.Value;

    /// <summary>The probability that a block belongs to the article, for each block.</summary>
    public float[] Score(BlockView view, PageFacts facts, FoundTitle title)
    {
        using var table = FirstTable(view, facts, title);
        tokens.AddTo(table, view);
        names.AddTo(table, view);
        var scores = First.Predict(table);
        StackFeatures.Add(table, view, scores);
        scores = Second.Predict(table);
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = 1 / (1 + MathF.Exp(-scores[i]));
        }

        return scores;
    }

    public static FeatureTable FirstTable(BlockView view, PageFacts facts, FoundTitle title)
    {
        var table = new FeatureTable(view.Count);
        TextFeatures.Add(table, view, title);
        PageFeatures.Add(table, view, facts, title);
        return table;
    }

    /// <param name="stream">What <see cref="Write"/> wrote.</param>
    public static BlockModel Read(Stream stream)
    {
        using var reader = new BinaryReader(stream);
        return new BlockModel(TokenWeights.Read(reader), NameWeights.Read(reader), BoostedTrees.Read(reader), BoostedTrees.Read(reader));
    }

    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream);
        tokens.Write(writer);
        names.Write(writer);
        First.Write(writer);
        Second.Write(writer);
    }

    private static BlockModel Load(string name)
    {
        using var stream = typeof(BlockModel).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {name}.");
        return Read(stream);
    }
}
