using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Pipeline.Articles.Fingerprints;

/// <summary>What is collected while tokens pass: the folded content, and the hashes of shingles. Rented memory: dispose.</summary>
internal sealed class ShingleBuffer : IDisposable
{
    private char[] _content = [];
    private ulong[] _hashes = [];
    private int _length;
    private int _count;

    public ShingleMode Mode { get; set; }

    public int Tokens { get; set; }

    /// <summary>Folded tokens, one separator after each; characters without separators in scripts without spaces.</summary>
    public ReadOnlySpan<char> Content => _content.AsSpan(0, _length);

    public Span<ulong> Hashes => _hashes.AsSpan(0, _count);

    /// <summary>Makes room for a text of this many characters more, the worst case of every later call included.</summary>
    public void Reserve(int characters)
    {
        Grow(ref _content, _length, _length + 2 * characters + FoldedText.Padding);
        Grow(ref _hashes, _count, _count + characters + 1);
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

    /// <summary>Keeps a hash when <paramref name="keep"/> is 1; no branch, since facts come unforeseeably.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddShingle(ulong hash, int keep)
    {
        Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_hashes), _count) = hash;
        _count += keep;
    }

    public void DropShinglesAfter(int count) => _count = count;

    /// <summary>The smallest distinct hashes and the number of distinct ones. Reorders the hashes.</summary>
    public Sketch ToSketch()
    {
        var hashes = Hashes;
        hashes.Sort();
        var distinct = 0;
        for (var index = 0; index < hashes.Length; index++)
        {
            hashes[distinct] = hashes[index];
            distinct += index + 1 == hashes.Length || hashes[index] != hashes[index + 1] ? 1 : 0;
        }

        return new Sketch(Mode, distinct, hashes[..Math.Min(distinct, Sketch.Size)].ToArray());
    }

    public void Dispose()
    {
        Return(ref _content);
        Return(ref _hashes);
        (_length, _count) = (0, 0);
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
