using System.Buffers;
using Pipeline.Articles.Cleaning.Learning;
using Pipeline.Articles.Networks;

namespace Pipeline.Articles.Cleaning.Text.Lines.Sequence;

/// <summary>
/// A small bidirectional recurrent network that reads the lines of a text one after another: their features, what the first look
/// thought of them, and the mean of their words, which it has learned. Trees see a few lines around; it remembers what came before.
/// </summary>
internal sealed class SequenceNetwork
{
    private const int Units = SequenceShape.Units;
    private const int Inputs = SequenceShape.Inputs;
    private const int Gates = Units * RecurrentLayer.GatesPerUnit;

    public required FeatureScale Scale { get; init; }

    /// <summary>A row of Projection numbers for each feature, and what is added.</summary>
    public required float[] Projection { get; init; }

    public required float[] ProjectionBias { get; init; }

    /// <summary>WordRows rows of Word numbers.</summary>
    public required float[] Words { get; init; }

    public required RecurrentLayer Forward { get; init; }

    public required RecurrentLayer Backward { get; init; }

    /// <summary>Rows of Outputs numbers: of the forward states, of the backward ones, of the inputs.</summary>
    public required float[] Output { get; init; }

    public required float[] OutputBias { get; init; }

    /// <summary>Layout, little endian: the scale, then the arrays in this order, each a scale (float) and its numbers as signed bytes.</summary>
    public static SequenceNetwork Read(BinaryReader reader) => new()
    {
        Scale = FeatureScale.Read(reader),
        Projection = SignedBytes.Read(reader, SequenceShape.Features * SequenceShape.Projection),
        ProjectionBias = SignedBytes.Read(reader, SequenceShape.Projection),
        Words = SignedBytes.Read(reader, SequenceShape.WordRows * SequenceShape.Word),
        Forward = ReadLayer(reader),
        Backward = ReadLayer(reader),
        Output = SignedBytes.Read(reader, ((2 * Units) + Inputs) * SequenceShape.Outputs),
        OutputBias = SignedBytes.Read(reader, SequenceShape.Outputs),
    };

    public void Write(BinaryWriter writer)
    {
        Scale.Write(writer);
        foreach (var values in (float[][])[Projection, ProjectionBias, Words, .. Arrays(Forward), .. Arrays(Backward), Output, OutputBias])
        {
            SignedBytes.Write(writer, values);
        }
    }

    public static float[][] Arrays(RecurrentLayer layer) => [layer.Input, layer.Recurrent, layer.Bias];

    /// <summary>The row of a word.</summary>
    public static int RowOf(uint word) => (int)((word * 0x9E3779B1u) >> (32 - SequenceShape.WordRowBits));

    /// <summary>Factor on the sum of a line's words.</summary>
    public static float WordScale(int words) => 1 / MathF.Sqrt(Math.Max(1, words));

    /// <summary>The log odds of each line.</summary>
    /// <param name="table">Its first columns are the features.</param>
    /// <param name="words">The words of the lines.</param>
    /// <param name="scores">What the first look thought of each line, in log odds.</param>
    public float[] Score(FeatureTable table, LineWords words, ReadOnlySpan<float> scores)
    {
        var features = ArrayPool<float>.Shared.Rent(table.Rows * SequenceShape.Features);
        var work = ArrayPool<float>.Shared.Rent(Math.Min(table.Rows, SequenceShape.Stretch) * (Inputs + Gates + (2 * Units) + SequenceShape.Outputs));
        Scale.Fill(table, scores, features);
        var results = new float[table.Rows];
        for (var start = 0; start < table.Rows; start += SequenceShape.Stretch)
        {
            var lines = Math.Min(SequenceShape.Stretch, table.Rows - start);
            Score(features.AsSpan(start * SequenceShape.Features, lines * SequenceShape.Features), words, start, results.AsSpan(start, lines), work);
        }

        ArrayPool<float>.Shared.Return(work);
        ArrayPool<float>.Shared.Return(features);
        return results;
    }

    private void Score(ReadOnlySpan<float> features, LineWords words, int start, Span<float> results, Span<float> work)
    {
        var lines = results.Length;
        var inputs = Take(ref work, lines * Inputs);
        var gates = Take(ref work, lines * Gates);
        var cells = Take(ref work, lines * Units);
        var states = Take(ref work, lines * Units);
        var outputs = Take(ref work, lines * SequenceShape.Outputs);
        FillInputs(features, words, start, inputs, gates[..(lines * SequenceShape.Projection)]);
        for (var line = 0; line < lines; line++)
        {
            OutputBias.CopyTo(outputs[(line * SequenceShape.Outputs)..]);
        }

        Span<SentenceRun> whole = [new SentenceRun(0, lines)];
        Forward.Run(inputs, whole, backward: false, gates, cells, states);
        DenseMath.MultiplyAdd(states, Output.AsSpan(0, Units * SequenceShape.Outputs), outputs, lines, Units, SequenceShape.Outputs);
        Backward.Run(inputs, whole, backward: true, gates, cells, states);
        DenseMath.MultiplyAdd(states, Output.AsSpan(Units * SequenceShape.Outputs, Units * SequenceShape.Outputs), outputs, lines, Units, SequenceShape.Outputs);
        DenseMath.MultiplyAdd(inputs, Output.AsSpan(2 * Units * SequenceShape.Outputs), outputs, lines, Inputs, SequenceShape.Outputs);
        for (var line = 0; line < lines; line++)
        {
            results[line] = outputs[line * SequenceShape.Outputs];
        }
    }

    private void FillInputs(ReadOnlySpan<float> features, LineWords words, int start, Span<float> inputs, Span<float> projected)
    {
        var lines = inputs.Length / Inputs;
        inputs.Clear();
        for (var line = 0; line < lines; line++)
        {
            ProjectionBias.CopyTo(projected[(line * SequenceShape.Projection)..]);
        }

        DenseMath.MultiplyAdd(features, Projection, projected, lines, SequenceShape.Features, SequenceShape.Projection);
        for (var line = 0; line < lines; line++)
        {
            var input = inputs.Slice(line * Inputs, Inputs);
            Rectify(projected.Slice(line * SequenceShape.Projection, SequenceShape.Projection), input);
            var own = words.Of(start + line);
            own = own[..Math.Min(own.Length, SequenceShape.MostWords)];
            foreach (var word in own)
            {
                DenseMath.AddScaled(WordScale(own.Length), Words.AsSpan(RowOf(word) * SequenceShape.Word, SequenceShape.Word), input[SequenceShape.Projection..]);
            }
        }
    }

    /// <summary>Takes what is below nothing as nothing.</summary>
    public static void Rectify(ReadOnlySpan<float> values, Span<float> target)
    {
        for (var i = 0; i < values.Length; i++)
        {
            target[i] = MathF.Max(0, values[i]);
        }
    }

    private static Span<float> Take(ref Span<float> work, int count)
    {
        var taken = work[..count];
        work = work[count..];
        return taken;
    }

    private static RecurrentLayer ReadLayer(BinaryReader reader) => new(
        SignedBytes.Read(reader, Inputs * Gates), SignedBytes.Read(reader, Units * Gates), SignedBytes.Read(reader, Gates));
}
