using Pipeline.Articles.Cleaning.Learning;
using Pipeline.Articles.Cleaning.Selection;
using Pipeline.Articles.Cleaning.Text.Lines.Sequence;
using Pipeline.Articles.Metadata;

namespace Pipeline.Articles.Cleaning.Text.Lines;

/// <summary>
/// Two looks at every line of a text: the first, several sets of trees that each learned from other sites, by the line and its
/// surroundings; the second also by what the first thought of the lines around (stacking, Wolpert 1992). The second look is the mean,
/// in log odds, of another set of trees and of a network that reads the lines one after another.
/// </summary>
internal sealed class LineModel(WordWeights words, BoostedTrees[] first, BoostedTrees second, SequenceNetwork network)
{
    /// <summary>With more lines than this no model is asked; it would cost hundreds of megabytes for what is no article.</summary>
    public const int MostLines = 30_000;

    private static readonly Lazy<LineModel> Model = new(Load);

    /// <summary>The model that the assembly carries.</summary>
    public static LineModel Default => Model.Value;

    /// <summary>The probability that a line belongs to the article, for each line.</summary>
    public float[] Score(LineTraits lines)
    {
        using var table = Table(lines);
        words.AddTo(table, lines.Words);
        var thoughts = FirstLook(table).AsSpan(0, lines.Count);
        var read = network.Score(table, lines.Words, thoughts);
        SecondLook.Add(table, lines, thoughts);
        var scores = second.Predict(table)[..lines.Count];
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = 1 / (1 + MathF.Exp(-(scores[i] + read[i]) / 2));
        }

        return scores;
    }

    /// <summary>Everything about the lines but what their words weigh.</summary>
    public static FeatureTable Table(LineTraits lines)
    {
        var table = new FeatureTable(lines.Count);
        LineFeatures.Add(table, lines);
        PositionFeatures.Add(table, lines);
        NeighbourFeatures.Add(table, lines);
        TopicFeatures.AddTitle(table, lines.Words, LineWords.Of(lines.Title.Value));
        TopicFeatures.AddShared(table, lines.Words, lines.Prose);
        return table;
    }

    public static LineModel Read(Stream stream)
    {
        using var reader = new BinaryReader(stream);
        var words = WordWeights.Read(reader);
        var first = new BoostedTrees[reader.ReadByte()];
        for (var i = 0; i < first.Length; i++)
        {
            first[i] = BoostedTrees.Read(reader);
        }

        return new LineModel(words, first, BoostedTrees.Read(reader), SequenceNetwork.Read(reader));
    }

    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream);
        words.Write(writer);
        writer.Write((byte)first.Length);
        foreach (var trees in first)
        {
            trees.Write(writer);
        }

        second.Write(writer);
        network.Write(writer);
    }

    private float[] FirstLook(FeatureTable table)
    {
        var scores = first[0].Predict(table);
        foreach (var trees in first.AsSpan(1))
        {
            var more = trees.Predict(table);
            for (var i = 0; i < scores.Length; i++)
            {
                scores[i] += more[i];
            }
        }

        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] /= first.Length;
        }

        return scores;
    }

    private static LineModel Load()
    {
        const string Name = "Models.blocks-text.bin";
        using var stream = typeof(LineModel).Assembly.GetManifestResourceStream(Name)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {Name}.");
        return Read(stream);
    }
}
