namespace Pipeline.LocalCosmos.Query.Binding;

/// <summary>The names that a query binds, over those of the query around it.</summary>
internal sealed class Scope(Scope? outer)
{
    private readonly Dictionary<string, int> _slots = new(StringComparer.Ordinal);

    public void Add(string name, int slot)
    {
        if (!_slots.TryAdd(name, slot)) throw new QueryException($"The name '{name}' is bound twice in one FROM clause.");
    }

    public bool TryFind(string name, out int slot)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
            if (scope._slots.TryGetValue(name, out slot)) return true;
        slot = -1;
        return false;
    }

    /// <summary>The only name bound here, or -1 where there are several.</summary>
    public int Single() => _slots.Count == 1 ? _slots.Values.First() : -1;

    private Scope? Outer { get; } = outer;
}
