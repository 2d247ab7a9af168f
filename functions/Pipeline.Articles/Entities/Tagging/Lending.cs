using System.Collections.Concurrent;

namespace Pipeline.Articles.Entities.Tagging;

/// <summary>Things that one call at a time uses and gives back; as many as were ever in use at once.</summary>
internal sealed class Lending<T>(Func<T> make)
{
    private readonly ConcurrentBag<T> _free = [];

    public Loan Lend() => new(this, _free.TryTake(out var free) ? free : make());

    internal readonly ref struct Loan(Lending<T> owner, T value)
    {
        public T Value => value;

        public void Dispose() => owner._free.Add(value);
    }
}
