using Pipeline.Articles.Networks;

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

    /// <param name="document">Whose sentences they are.</param>
    /// <param name="sentences">First tokens and counts, <see cref="RecurrentLayer.MostRuns"/> at most.</param>
    /// <param name="scores">Out: Width numbers a token of the document, for those that can be part of a name.</param>
    /// <param name="work">Buffers of the caller's thread.</param>
    public void Score(DocumentWords document, ReadOnlySpan<SentenceRun> sentences, Span<float> scores, NetworkWork work)
    {
        Span<Asked> asked = stackalloc Asked[sentences.Length];
        var (count, rows) = (0, 0);
        foreach (var sentence in sentences)
        {
            var (first, last) = Candidates(document.Words.AsSpan(sentence.Row, sentence.Count));
            if (first < 0)
                continue;
            asked[count++] = new(sentence.Row, rows, sentence.Count, first, last);
            rows += sentence.Count;
        }
        asked = asked[..count];
        work.Grow(rows);
        foreach (var sentence in asked)
        {
            for (var t = 0; t < sentence.Count; t++)
                Read(document, sentence.Token + t, work.Inputs.AsSpan((sentence.Row + t) * Inputs, Inputs));
            for (var t = sentence.First; t <= sentence.Last; t++)
                OutputBias.CopyTo(scores[((sentence.Token + t) * Width)..]);
        }

        // Each direction runs as far as the last token of which it is asked.
        Span<SentenceRun> runs = stackalloc SentenceRun[count];
        for (var i = 0; i < count; i++)
            runs[i] = new(asked[i].Row, asked[i].Last + 1);
        Run(Forward, runs, backward: false, asked, Output.AsSpan(0, Hidden * Width), scores, rows, work);
        for (var i = 0; i < count; i++)
            runs[i] = new(asked[i].Row + asked[i].First, asked[i].Count - asked[i].First);
        Run(Backward, runs, backward: true, asked, Output.AsSpan(Hidden * Width), scores, rows, work);
    }

    private static void Run(
        RecurrentLayer layer, Span<SentenceRun> runs, bool backward, ReadOnlySpan<Asked> asked, ReadOnlySpan<float> output, Span<float> scores, int rows, NetworkWork work)
    {
        layer.Run(work.Inputs.AsSpan(0, rows * Inputs), runs, backward, work.Gates, work.Cells, work.States);
        foreach (var sentence in asked)
        {
            var states = work.States.AsSpan((sentence.Row + sentence.First) * Hidden);
            var target = scores[((sentence.Token + sentence.First) * Width)..];
            DenseMath.MultiplyAdd(states, output, target, sentence.Last + 1 - sentence.First, Hidden, Width);
        }
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

    /// <summary>A sentence of the document, its first row in the buffers, and the tokens of it that can be part of a name.</summary>
    private readonly record struct Asked(int Token, int Row, int Count, int First, int Last);
}
