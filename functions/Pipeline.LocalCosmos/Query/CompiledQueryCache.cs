using System.Collections.Concurrent;

namespace Pipeline.LocalCosmos.Query;

/// <summary>Keeps what was compiled. Programs ask a few texts again and again, so a full cache is simply emptied.</summary>
internal sealed class CompiledQueryCache
{
    private const int Capacity = 512;
    private const int MaxTextLength = 8 * 1024;

    private readonly ConcurrentDictionary<string, CompiledQuery> _queries = new();

    public CompiledQuery GetOrAdd(string text, Func<string, CompiledQuery> compile)
    {
        if (text.Length > MaxTextLength) return compile(text);
        if (_queries.TryGetValue(text, out var known)) return known;
        if (_queries.Count >= Capacity) _queries.Clear();
        return _queries.GetOrAdd(text, compile);
    }
}
