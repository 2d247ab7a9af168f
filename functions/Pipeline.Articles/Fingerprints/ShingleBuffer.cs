using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Pipeline.Articles.Fingerprints;

/// <summary>The hashes of a text's tokens and of its shingles, and which of these hold a fact. Rented memory: dispose.</summary>
internal sealed class ShingleBuffer : IDisposable
{
    private ulong[] _tokens = [];
    private ulong[] _shingles = [];
    private ulong[] _facts = [];

    public ShingleMode Mode { get; set; }

    /// <summary>Tokens so far; characters, for scripts without spaces.</summary>
    public int Count { get; private set; }

    /// <summary>The hash of each token, or of each character: equal for texts that differ in typography only.</summary>
    public ReadOnlySpan<ulong> Tokens => _tokens.AsSpan(0, Count);

    public int ShingleCount { get; private set; }

    /// <summary>The hash of each shingle of the text that was added last, readable to the end of the last 64.</summary>
    public ReadOnlySpan<ulong> Shingles => _shingles;

    /// <summary>A bit for each shingle: one of its tokens is a fact, or the mode knows none.</summary>
    public ReadOnlySpan<ulong> Facts => _facts.AsSpan(0, (ShingleCount + 63) / 64);

    /// <summary>Appends the tokens, and puts their shingles in the place of those before.</summary>
    public void AddTokens(FoldedText folded, TokenEdges edges)
    {
        Reserve(edges.Count);
        Hashing.Tokens(
            ref MemoryMarshal.GetArrayDataReference(folded.Characters), edges.Edges, _tokens.AsSpan(Count), _shingles);
        AddShingles(edges.Count);
        Mark(edges.Facts);
        Count += edges.Count;
    }

    /// <summary>The same with single characters for tokens.</summary>
    public void AddCharacters(FoldedText folded)
    {
        Reserve(folded.Length);
        var tokens = _tokens.AsSpan(Count);
        var count = 0;
        for (var block = 0; block < folded.Blocks; block++)
            for (var bits = folded.Word[block]; bits != 0; bits &= bits - 1)
                tokens[count++] = folded.Characters[block * 64 + BitOperations.TrailingZeroCount(bits)];
        Hashing.Characters(tokens, count);
        AddShingles(count);
        Mark([]);
        Count += count;
    }

    /// <summary>Forgets what was collected and keeps the memory.</summary>
    public void Clear() => (Count, ShingleCount) = (0, 0);

    public void Dispose()
    {
        Return(ref _tokens);
        Return(ref _shingles);
        Return(ref _facts);
        Clear();
    }

    private void Reserve(int tokens)
    {
        Grow(ref _tokens, Count, Count + tokens + Hashing.Padding);
        Grow(ref _shingles, 0, tokens + 64);
        Grow(ref _facts, 0, tokens / 64 + 1);
    }

    private void AddShingles(int tokens)
    {
        ShingleCount = Math.Max(0, tokens - 2);
        Hashing.Shingles(_tokens.AsSpan(Count), ShingleCount, _shingles);
    }

    /// <summary>Spreads the facts over the shingles that hold them: the one that starts with it, and the two before.</summary>
    private void Mark(ReadOnlySpan<ulong> facts)
    {
        for (var word = 0; word < Facts.Length; word++)
        {
            var marked = ulong.MaxValue;
            if (Mode == ShingleMode.Facts)
            {
                var (here, next) = (facts[word], word + 1 < facts.Length ? facts[word + 1] : 0);
                marked = here | here >> 1 | next << 63 | here >> 2 | next << 62;
            }

            _facts[word] = marked & BitString.First(ShingleCount - 64 * word);
        }
    }

    private static void Grow(ref ulong[] array, int used, int needed)
    {
        if (array.Length >= needed)
            return;
        var grown = ArrayPool<ulong>.Shared.Rent(needed);
        array.AsSpan(0, used).CopyTo(grown);
        Return(ref array);
        array = grown;
    }

    private static void Return(ref ulong[] array)
    {
        if (array.Length > 0)
            ArrayPool<ulong>.Shared.Return(array);
        array = [];
    }
}
