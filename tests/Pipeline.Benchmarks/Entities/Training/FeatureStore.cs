namespace Pipeline.Benchmarks.Entities.Training;

/// <summary>The features of every token, one after another, first as hashes and then as rows of weights.</summary>
internal sealed class FeatureStore
{
    private const int FewestUses = 4;

    private uint[] _features = new uint[1 << 24];
    private int _used;
    private readonly List<int> _starts = [0];

    // Of each token where its features of meaning begin, and those of context.
    private readonly List<(byte Meaning, byte Context)> _parts = [];

    /// <summary>Hash of each row, ascending, after <see cref="Index"/>.</summary>
    public uint[] Hashes { get; private set; } = [];

    public int Tokens => _starts.Count - 1;

    /// <param name="features">Those of the word itself, those of its meaning, then the others.</param>
    /// <param name="identity">How many of the first kind.</param>
    /// <param name="meaning">How many of the second.</param>
    public void Add(ReadOnlySpan<uint> features, int identity, int meaning)
    {
        _parts.Add(((byte)identity, (byte)(identity + meaning)));
        if (_used + features.Length > _features.Length)
            Array.Resize(ref _features, _features.Length * 2);
        features.CopyTo(_features.AsSpan(_used));
        _used += features.Length;
        _starts.Add(_used);
    }

    /// <summary>Rows of a token, after <see cref="Index"/>.</summary>
    public ReadOnlySpan<uint> Rows(int token) => _features.AsSpan(_starts[token], _starts[token + 1] - _starts[token]);

    /// <summary>Rows of a token without those of the word itself, or without those of its meaning either.</summary>
    public ReadOnlySpan<uint> RowsWithout(int token, bool meaning) =>
        Rows(token)[(meaning ? _parts[token].Context : _parts[token].Meaning)..];

    /// <summary>Numbers the features that are used often enough and drops the others.</summary>
    public void Index()
    {
        var sorted = _features.AsSpan(0, _used).ToArray();
        Array.Sort(sorted);
        var kept = new List<uint>();
        for (var at = 0; at < sorted.Length;)
        {
            var end = at + 1;
            while (end < sorted.Length && sorted[end] == sorted[at])
                end++;
            if (end - at >= FewestUses)
                kept.Add(sorted[at]);
            at = end;
        }
        Hashes = [.. kept];
        var rows = new Dictionary<uint, uint>(kept.Count);
        for (var i = 0; i < Hashes.Length; i++)
            rows.Add(Hashes[i], (uint)i);
        var target = 0;
        for (var token = 0; token < Tokens; token++)
        {
            var (from, to) = (_starts[token], _starts[token + 1]);
            _starts[token] = target;
            var (meaning, context) = _parts[token];
            for (var i = from; i < to; i++)
            {
                if (i == from + meaning)
                    _parts[token] = ((byte)(target - _starts[token]), context);
                if (i == from + context)
                    _parts[token] = (_parts[token].Meaning, (byte)(target - _starts[token]));
                if (rows.TryGetValue(_features[i], out var row))
                    _features[target++] = row;
            }
        }
        _starts[^1] = target;
        _used = target;
    }
}
