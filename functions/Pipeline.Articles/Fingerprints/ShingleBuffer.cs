using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Pipeline.Articles.Fingerprints;

/// <summary>What is collected while tokens pass: the folded content, and the hashes of shingles. Rented memory: dispose.</summary>
internal sealed class ShingleBuffer : IDisposable
{
    private char[] _content = [];
    private ulong[] _facts = [];
    private ulong[] _frame = [];
    private int _length;
    private int _factCount;
    private int _frameCount;

    public ShingleMode Mode { get; set; }

    public int Tokens { get; set; }

    /// <summary>Folded tokens, one separator after each; characters without separators in scripts without spaces.</summary>
    public ReadOnlySpan<char> Content => _content.AsSpan(0, _length);

    /// <summary>Hashes of the shingles with a fact, in the order of the text until <see cref="ToSketch"/>.</summary>
    public ReadOnlySpan<ulong> Facts => _facts.AsSpan(0, _factCount);

    /// <summary>Makes room for a text of this many characters more, the worst case of every later call included.</summary>
    public void Reserve(int characters)
    {
        Grow(ref _content, _length, _length + 2 * characters + FoldedText.Padding);
        Grow(ref _facts, _factCount, _factCount + characters + 1);
        Grow(ref _frame, _frameCount, _frameCount + characters + 1);
    }

    /// <summary>Appends a token and a separator. Reads and writes up to eight characters beyond it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AppendToken(ref char first, int length)
    {
        ref var source = ref Unsafe.As<char, ushort>(ref first);
        ref var target = ref Unsafe.As<char, ushort>(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_content), _length));
        for (var copied = 0; copied < length; copied += 8)
            Vector128.LoadUnsafe(ref source, (nuint)copied).StoreUnsafe(ref target, (nuint)copied);
        Unsafe.Add(ref target, length) = ' ';
        _length += length + 1;
    }

    public void AppendCharacter(char character) => _content[_length++] = character;

    /// <summary>Keeps a hash as a fact (1) or as frame (0); no branch, since facts come unforeseeably.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddShingle(ulong hash, int fact)
    {
        Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_facts), _factCount) = hash;
        Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_frame), _frameCount) = hash;
        _factCount += fact;
        _frameCount += 1 - fact;
    }

    /// <summary>The hashes at the start; before <see cref="ToSketch"/>, which loses the order.</summary>
    public LeadHashes ToLead() => LeadHashes.Of(_facts.AsSpan(0, _factCount), Mode);

    /// <summary>The smallest distinct hashes and the number of distinct ones. Reorders the hashes.</summary>
    public Sketch ToSketch()
    {
        using var scratch = new Rented<ulong>(Math.Max(_factCount, _frameCount));
        var facts = BottomSelection.Of(_facts.AsSpan(0, _factCount), scratch.Span, Sketch.Size);
        var room = Sketch.Size - facts.Hashes.Count;
        return new Sketch(
            Mode, facts, room == 0 ? BottomHashes.None : BottomSelection.Of(_frame.AsSpan(0, _frameCount), scratch.Span, room));
    }

    public void Dispose()
    {
        Return(ref _content);
        Return(ref _facts);
        Return(ref _frame);
        (_length, _factCount, _frameCount) = (0, 0, 0);
    }

    private static void Grow<T>(ref T[] array, int used, int needed)
    {
        if (array.Length >= needed)
            return;
        var grown = ArrayPool<T>.Shared.Rent(needed);
        array.AsSpan(0, used).CopyTo(grown);
        Return(ref array);
        array = grown;
    }

    private static void Return<T>(ref T[] array)
    {
        if (array.Length > 0)
            ArrayPool<T>.Shared.Return(array);
        array = [];
    }
}
