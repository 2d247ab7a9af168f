using Pipeline.LocalCosmos.Query.Values;

namespace Pipeline.LocalCosmos.Query.Binding;

/// <summary>One source of FROM: the values that it gives, one after another, to its slot.</summary>
internal sealed class BoundSource(int slot, Func<Frame, IEnumerable<Value>> values)
{
    public int Slot => slot;

    public IEnumerable<Value> Values(Frame frame) => values(frame);

    /// <summary>Walks the product of the sources, later ones innermost; each step leaves one tuple in the frame's slots.</summary>
    public static IEnumerable<Frame> Tuples(Frame frame, IReadOnlyList<BoundSource> sources, int from = 0)
    {
        if (from == sources.Count)
        {
            yield return frame;
            yield break;
        }
        foreach (var value in sources[from].Values(frame))
        {
            frame.CountTuple();
            frame.Slots[sources[from].Slot] = value;
            foreach (var tuple in Tuples(frame, sources, from + 1)) yield return tuple;
        }
    }
}
