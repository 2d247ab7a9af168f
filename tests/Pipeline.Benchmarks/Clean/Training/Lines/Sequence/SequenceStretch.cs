using Pipeline.Articles.Cleaning.Text.Lines.Sequence;

namespace Pipeline.Benchmarks.Clean.Training.Lines.Sequence;

/// <summary>Some lines in a row of one text, as the network is told of them.</summary>
/// <param name="Page">The text.</param>
/// <param name="Features">Of all its lines.</param>
/// <param name="Start">The first line.</param>
/// <param name="Count">How many lines.</param>
internal sealed record SequenceStretch(LinePage Page, float[] Features, int Start, int Count)
{
    public static IEnumerable<SequenceStretch> Of(LinePage page, float[] features)
    {
        for (var start = 0; start < page.Labels.Length; start += SequenceShape.Stretch)
        {
            yield return new SequenceStretch(page, features, start, Math.Min(SequenceShape.Stretch, page.Labels.Length - start));
        }
    }

    public ReadOnlySpan<float> Rows => Features.AsSpan(Start * SequenceShape.Features, Count * SequenceShape.Features);

    public ReadOnlySpan<uint> Words(int line)
    {
        var words = Page.Lines.Words.Of(Start + line);
        return words[..Math.Min(words.Length, SequenceShape.MostWords)];
    }

    public float Label(int line) => Page.Labels[Start + line];

    public float Weight(int line) => Page.Weights[Start + line];

    public float AllWeight => Page.Weights.AsSpan(Start, Count).ToArray().Sum();
}
