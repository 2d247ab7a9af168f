namespace Pipeline.Articles.Entities.Tagging.Network;

/// <summary>
/// A small bidirectional recurrent network that scores the tags of a sentence from the vectors, the spelling and the facts of its
/// words. Read only.
/// </summary>
internal sealed class NameNetwork
{
    /// <summary>Keeps sums of facts in the range of the vectors.</summary>
    public const float FactScale = 0.4f;

    private const int Inputs = NetworkShape.Inputs;
    private const int Hidden = NetworkShape.Hidden;
    private const int Gates = NetworkShape.Gates;
    private const int Width = TagSet.Width;

    public required WordVectorTable Vectors { get; init; }

    /// <summary>GramRows rows of Gram numbers.</summary>
    public required float[] Grams { get; init; }

    /// <summary>FactRows rows of Fact numbers.</summary>
    public required float[] Facts { get; init; }

    public required RecurrentLayer Forward { get; init; }

    public required RecurrentLayer Backward { get; init; }

    /// <summary>Twice Hidden rows of Width numbers: of the forward states, then of the backward ones.</summary>
    public required float[] Output { get; init; }

    public required float[] OutputBias { get; init; }

    /// <summary>Scores of one tag after another: [first * Width + second].</summary>
    public required float[] Transitions { get; init; }

    /// <summary>Layout, little endian: the arrays in this order, each a scale (float) and its numbers as signed bytes.</summary>
    public static NameNetwork Read(BinaryReader reader, WordVectorTable vectors) => new()
    {
        Vectors = vectors,
        Grams = SignedBytes.Read(reader, NetworkShape.GramRows * NetworkShape.Gram),
        Facts = SignedBytes.Read(reader, NetworkShape.FactRows * NetworkShape.Fact),
        Forward = ReadLayer(reader),
        Backward = ReadLayer(reader),
        Output = SignedBytes.Read(reader, 2 * Hidden * Width),
        OutputBias = SignedBytes.Read(reader, Width),
        Transitions = SignedBytes.Read(reader, Width * Width),
    };

    /// <summary>Factor on the sum of a word's pieces.</summary>
    public static float GramScale(int grams) => 1 / MathF.Sqrt(grams);

    /// <summary>Adds a token's pieces and facts to its input.</summary>
    public static void AddRows(ReadOnlySpan<ushort> grams, ReadOnlySpan<ushort> facts, float[] gramTable, float[] factTable, Span<float> x)
    {
        var spelling = x.Slice(NetworkShape.Vector, NetworkShape.Gram);
        foreach (var row in grams)
            DenseMath.AddScaled(GramScale(grams.Length), gramTable.AsSpan(row * NetworkShape.Gram, NetworkShape.Gram), spelling);
        var known = x[(NetworkShape.Vector + NetworkShape.Gram)..];
        foreach (var row in facts)
            DenseMath.AddScaled(FactScale, factTable.AsSpan(row * NetworkShape.Fact, NetworkShape.Fact), known);
    }

    /// <param name="document">Whose sentence it is.</param>
    /// <param name="start">First token.</param>
    /// <param name="scores">Out: Width numbers a token of the sentence, for those that can be part of a name.</param>
    /// <param name="work">Buffers of the caller's thread.</param>
    public void Score(DocumentWords document, int start, Span<float> scores, NetworkWork work)
    {
        var count = scores.Length / Width;
        var (first, last) = Candidates(document.Words.AsSpan(start, count));
        if (first < 0)
            return;
        work.Grow(count);
        for (var t = 0; t < count; t++)
            Read(document, start + t, work.Inputs.AsSpan(t * Inputs, Inputs));

        // Each direction runs as far as the last token of which it is asked.
        var asked = scores[(first * Width)..((last + 1) * Width)];
        for (var at = 0; at < asked.Length; at += Width)
            OutputBias.CopyTo(asked[at..]);
        Forward.Run(work.Inputs, last + 1, backward: false, work.Gates, work.Cells, work.States);
        DenseMath.MultiplyAdd(work.States.AsSpan(first * Hidden), Output.AsSpan(0, Hidden * Width), asked, last + 1 - first, Hidden, Width);
        Backward.Run(work.Inputs.AsSpan(first * Inputs), count - first, backward: true, work.Gates, work.Cells, work.States);
        DenseMath.MultiplyAdd(work.States, Output.AsSpan(Hidden * Width), asked, last + 1 - first, Hidden, Width);
    }

    private static (int First, int Last) Candidates(ReadOnlySpan<TaggedWord> words)
    {
        var (first, last) = (-1, -1);
        for (var t = 0; t < words.Length; t++)
        {
            if (words[t].NearCapital)
                (first, last) = (first < 0 ? t : first, t);
        }
        return (first, last);
    }

    private void Read(DocumentWords document, int at, Span<float> x)
    {
        Span<ushort> grams = stackalloc ushort[NetworkInput.MostGrams];
        Span<ushort> facts = stackalloc ushort[NetworkInput.MostFacts];
        x.Clear();
        Vectors.Write(document.Words[at].Lower, x[..NetworkShape.Vector]);
        var pieces = NetworkInput.WriteGrams(document.Line.Tokens[at], document.Line.Word(at), grams);
        var known = NetworkInput.WriteFacts(document, at, facts);
        AddRows(grams[..pieces], facts[..known], Grams, Facts, x);
    }

    private static RecurrentLayer ReadLayer(BinaryReader reader) => new(
        SignedBytes.Read(reader, Inputs * Gates), SignedBytes.Read(reader, Hidden * Gates), SignedBytes.Read(reader, Gates));
}
