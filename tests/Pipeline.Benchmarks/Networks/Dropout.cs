using System.Runtime.InteropServices;

namespace Pipeline.Benchmarks.Networks;

/// <summary>Numbers some of which are left out while learning (Srivastava et al. 2014), and their gradients.</summary>
internal sealed class Dropout(int size, float share)
{
    private const int Draws = 512;

    private readonly float[] _factors = new float[size];

    public float[] Values { get; } = new float[size];

    public float[] Gradient { get; } = new float[size];

    /// <summary>Leaves out some of the first numbers and scales the others up.</summary>
    public void Drop(int count, Random random)
    {
        var keep = 1 / (1 - share);
        var limit = (int)(share * 65536);
        Span<ushort> draws = stackalloc ushort[Draws];
        for (var i = 0; i < count; i++)
        {
            if (i % Draws == 0)
                random.NextBytes(MemoryMarshal.AsBytes(draws));
            _factors[i] = draws[i % Draws] < limit ? 0 : keep;
            Values[i] *= _factors[i];
        }
    }

    /// <summary>Takes the gradients back to before the dropping.</summary>
    public void Return(int count)
    {
        for (var i = 0; i < count; i++)
            Gradient[i] *= _factors[i];
    }
}
