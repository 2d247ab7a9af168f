using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Pipeline.Articles.Entities.Tagging;

/// <summary>
/// Forward and backward sums of a linear-chain conditional random field (Lafferty, McCallum, Pereira 2001; scaling after
/// Rabiner 1989) over <see cref="TagSet"/>. Reused from sentence to sentence; one instance for one thread.
/// </summary>
internal sealed class ChainMarginals
{
    private const int Width = TagSet.Width;

    private static readonly float[] Starts = Mask(TagSet.Opens);
    private static readonly float[] Ends = Mask(TagSet.Closes);

    private readonly float[] _backTransitions = new float[Width * Width];
    private float[] _emissions = [];
    private float[] _scales = [];

    /// <summary>exp of the transition scores, zero where one tag may not follow another: [first * Width + second].</summary>
    public float[] Transitions { get; } = new float[Width * Width];

    /// <summary>Scaled forward sums, after <see cref="Run"/>.</summary>
    public float[] Alpha { get; private set; } = [];

    /// <summary>Backward sums in the same scale: Alpha * Beta is the marginal.</summary>
    public float[] Beta { get; private set; } = [];

    public void SetTransitions(ReadOnlySpan<float> scores)
    {
        for (var first = 0; first < TagSet.Count; first++)
        {
            for (var second = 0; second < TagSet.Count; second++)
            {
                var value = TagSet.Follows(first, second) ? MathF.Exp(scores[(first * Width) + second]) : 0;
                Transitions[(first * Width) + second] = value;
                _backTransitions[(second * Width) + first] = value;
            }
        }
    }

    /// <param name="scores">Of each token its Width scores.</param>
    /// <param name="count">Tokens of the sentence, one at least.</param>
    public void Run(ReadOnlySpan<float> scores, int count)
    {
        Grow(count);
        for (var t = 0; t < count; t++)
            Emit(scores.Slice(t * Width, Width), _emissions.AsSpan(t * Width, Width));
        for (var t = 0; t < count; t++)
        {
            var alpha = Alpha.AsSpan(t * Width, Width);
            if (t == 0)
                Starts.CopyTo(alpha);
            else
                Multiply(Alpha.AsSpan((t - 1) * Width, Width), Transitions, alpha);
            _scales[t] = TimesAndNormalise(alpha, _emissions.AsSpan(t * Width, Width), t == count - 1 ? Ends : null);
        }
        Span<float> ahead = stackalloc float[Width];
        Ends.CopyTo(Beta.AsSpan((count - 1) * Width, Width));
        for (var t = count - 2; t >= 0; t--)
        {
            var next = Beta.AsSpan((t + 1) * Width, Width);
            var emission = _emissions.AsSpan((t + 1) * Width, Width);
            for (var tag = 0; tag < Width; tag++)
                ahead[tag] = next[tag] * emission[tag] * _scales[t + 1];
            Multiply(ahead, _backTransitions, Beta.AsSpan(t * Width, Width));
        }
    }

    /// <summary>Adds, for each pair of tags, how often it is expected in the sentence: [first * Width + second].</summary>
    public void AddPairs(int count, Span<float> sums, float weight)
    {
        Span<float> ahead = stackalloc float[Width];
        for (var t = 1; t < count; t++)
        {
            var next = Beta.AsSpan(t * Width, Width);
            var emission = _emissions.AsSpan(t * Width, Width);
            for (var tag = 0; tag < Width; tag++)
                ahead[tag] = next[tag] * emission[tag] * _scales[t] * weight;
            var (a0, a1, a2) = Load(ahead);
            for (var first = 0; first < TagSet.Count; first++)
            {
                var alpha = Alpha[((t - 1) * Width) + first];
                if (alpha < 1e-5f)
                    continue;
                var (t0, t1, t2) = Load(Transitions.AsSpan(first * Width, Width));
                var row = sums.Slice(first * Width, Width);
                var (s0, s1, s2) = Load(row);
                var factor = Vector256.Create(alpha);
                Store(row, s0 + (factor * t0 * a0), s1 + (factor * t1 * a1), s2 + (factor * t2 * a2));
            }
        }
    }

    /// <summary>Probability that exactly the tokens from first to end (exclusive) are one name of a type.</summary>
    public double Segment(int first, int end, int type)
    {
        if (end - first == 1)
            return Alpha[(first * Width) + TagSet.Single(type)] * Beta[(first * Width) + TagSet.Single(type)];
        var (tag, probability) = (TagSet.Begin(type), (double)Alpha[(first * Width) + TagSet.Begin(type)]);
        for (var t = first + 1; t < end; t++)
        {
            var next = t == end - 1 ? TagSet.End(type) : TagSet.Inside(type);
            probability *= Transitions[(tag * Width) + next] * _emissions[(t * Width) + next] * _scales[t];
            tag = next;
        }
        return probability * Beta[((end - 1) * Width) + tag];
    }

    private static void Emit(ReadOnlySpan<float> scores, Span<float> target)
    {
        var best = scores[0];
        for (var tag = 1; tag < TagSet.Count; tag++)
            best = Math.Max(best, scores[tag]);
        for (var tag = 0; tag < TagSet.Count; tag++)
            target[tag] = MathF.Exp(scores[tag] - best);
        target[TagSet.Count..].Clear();
    }

    private static void Multiply(ReadOnlySpan<float> vector, float[] matrix, Span<float> target)
    {
        var (s0, s1, s2) = (Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero);
        for (var i = 0; i < TagSet.Count; i++)
        {
            var factor = Vector256.Create(vector[i]);
            var (m0, m1, m2) = Load(matrix.AsSpan(i * Width, Width));
            (s0, s1, s2) = (s0 + (factor * m0), s1 + (factor * m1), s2 + (factor * m2));
        }
        Store(target, s0, s1, s2);
    }

    private static float TimesAndNormalise(Span<float> alpha, ReadOnlySpan<float> emission, float[]? mask)
    {
        var sum = 0f;
        for (var tag = 0; tag < Width; tag++)
        {
            alpha[tag] *= emission[tag];
            sum += mask is null ? alpha[tag] : alpha[tag] * mask[tag];
        }
        var scale = 1 / Math.Max(sum, float.Epsilon * 1e8f);
        for (var tag = 0; tag < Width; tag++)
            alpha[tag] *= scale;
        return scale;
    }

    private static (Vector256<float>, Vector256<float>, Vector256<float>) Load(ReadOnlySpan<float> values)
    {
        ref var first = ref MemoryMarshal.GetReference(values[..Width]);
        return (Vector256.LoadUnsafe(ref first), Vector256.LoadUnsafe(ref first, 8), Vector256.LoadUnsafe(ref first, 16));
    }

    private static void Store(Span<float> target, Vector256<float> v0, Vector256<float> v1, Vector256<float> v2)
    {
        ref var first = ref MemoryMarshal.GetReference(target[..Width]);
        v0.StoreUnsafe(ref first);
        v1.StoreUnsafe(ref first, 8);
        v2.StoreUnsafe(ref first, 16);
    }

    private static float[] Mask(Func<int, bool> allowed) =>
        [.. Enumerable.Range(0, Width).Select(tag => tag < TagSet.Count && allowed(tag) ? 1f : 0f)];

    private void Grow(int count)
    {
        if (_scales.Length >= count)
            return;
        _scales = new float[count * 2];
        (_emissions, Alpha, Beta) = (new float[count * 2 * Width], new float[count * 2 * Width], new float[count * 2 * Width]);
    }
}
