using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Pipeline.Articles.Fingerprints;

/// <summary>What is collected while tokens pass: their hashes, and the hashes of shingles. Rented memory: dispose.</summary>
internal sealed class ShingleBuffer : IDisposable
{
    private ulong[] _tokens = [];
    private ulong[] _facts = [];
    private ulong[] _frame = [];
    private int _factCount;
    private int _frameCount;

    public ShingleMode Mode { get; set; }

    /// <summary>Tokens so far; characters, for scripts without spaces.</summary>
    public int Count { get; private set; }

    /// <summary>The hash of each token, or each character itself: equal for texts that differ in typography only.</summary>
    public ReadOnlySpan<ulong> Tokens => _tokens.AsSpan(0, Count);

    /// <summary>The shingles with a fact as <see cref="PlacedHash"/>, in the order of the text until <see cref="ToSketch"/>.</summary>
    public ReadOnlySpan<ulong> Facts => _facts.AsSpan(0, _factCount);

    /// <summary>Makes room for so many tokens more.</summary>
    public void Reserve(int tokens)
    {
        Grow(ref _tokens, Count, Count + tokens);
        Grow(ref _facts, _factCount, _factCount + tokens + 1);
        Grow(ref _frame, _frameCount, _frameCount + tokens + 1);
    }

    /// <summary>Where the next token goes; there is room for those that were reserved.</summary>
    public ref ulong NextToken => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_tokens), Count);

    public ref ulong NextFact => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_facts), _factCount);

    public ref ulong NextFrame => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_frame), _frameCount);

    /// <summary>Keeps what was written behind the ends.</summary>
    public void Add(int tokens, int facts, int frame)
    {
        Count += tokens;
        _factCount += facts;
        _frameCount += frame;
    }

    /// <summary>The hashes at the start; before <see cref="ToSketch"/>, which loses the order.</summary>
    public LeadHashes ToLead() => LeadHashes.Of(Facts, Mode);

    /// <summary>The smallest distinct hashes and the number of distinct ones. Reorders the hashes.</summary>
    public Sketch ToSketch()
    {
        using var scratch = new Rented<ulong>(Math.Max(_factCount, _frameCount));
        var facts = BottomSelection.Of(_facts.AsSpan(0, _factCount), scratch.Span, Sketch.Size, places: true);
        var room = Sketch.Size - facts.Hashes.Count;
        return new Sketch(
            Mode, facts,
            room == 0 ? BottomHashes.None : BottomSelection.Of(_frame.AsSpan(0, _frameCount), scratch.Span, room, places: true));
    }

    /// <summary>Forgets what was collected and keeps the memory.</summary>
    public void Clear() => (Count, _factCount, _frameCount) = (0, 0, 0);

    public void Dispose()
    {
        Return(ref _tokens);
        Return(ref _facts);
        Return(ref _frame);
        Clear();
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
