namespace Pipeline.LocalCosmos.Query.Binding;

/// <summary>What all the parts of one query text share while they are bound: the counting of slots and of parameters.</summary>
internal sealed class BindingContext
{
    private readonly List<string> _parameters = [];

    public int Slots { get; private set; }

    /// <summary>Names with their @, in the order of <see cref="Frame.Parameters"/>.</summary>
    public IReadOnlyList<string> Parameters => _parameters;

    public int NewSlot() => Slots++;

    public int Parameter(string name)
    {
        var index = _parameters.IndexOf(name);
        if (index >= 0) return index;
        _parameters.Add(name);
        return _parameters.Count - 1;
    }
}
