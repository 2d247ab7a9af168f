using System.Buffers;

namespace Pipeline.Articles.Fingerprints;

/// <summary>Memory from the shared pool until disposed. What it holds at first is undefined.</summary>
internal readonly ref struct Rented<T>(int length)
{
    private readonly T[] _array = ArrayPool<T>.Shared.Rent(length);

    public Span<T> Span => _array.AsSpan(0, length);

    public void Dispose() => ArrayPool<T>.Shared.Return(_array);
}
