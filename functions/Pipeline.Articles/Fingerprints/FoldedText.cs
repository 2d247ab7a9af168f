using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Pipeline.Articles.Fingerprints;

/// <summary>
/// A folded text and, for every 64 characters of it, four words of bits that say which characters stand in tokens, were
/// upper case, are digits, and end sentences. Rented memory: dispose.
/// </summary>
internal sealed class FoldedText : IDisposable
{
    /// <summary>Characters that may be read beyond the end, so that eight can be loaded at once anywhere.</summary>
    public const int Padding = 64;

    private char[] _characters = [];
    private ulong[] _bits = [];
    private int _capacity;

    public int Length { get; private set; }

    /// <summary>Letters of scripts without case.</summary>
    public int Uncased { get; private set; }

    /// <summary>Letters of scripts that are compared by characters.</summary>
    public int Spaceless { get; private set; }

    public char[] Characters => _characters;

    /// <summary>Words of bits per mask.</summary>
    public int Blocks => (Length + 63) / 64;

    public Span<ulong> Word => _bits.AsSpan(0, _capacity);

    public Span<ulong> Upper => _bits.AsSpan(_capacity, _capacity);

    public Span<ulong> Digit => _bits.AsSpan(2 * _capacity, _capacity);

    public Span<ulong> Break => _bits.AsSpan(3 * _capacity, _capacity);

    /// <summary>Empties it and makes room for <paramref name="length"/> characters, keeping what stands already on request.</summary>
    public void Reserve(int length, bool keep)
    {
        var capacity = length / 64 + 2;
        if (capacity <= _capacity && length + Padding <= _characters.Length)
        {
            if (!keep)
                Clear();
            return;
        }

        var characters = Rent(ArrayPool<char>.Shared, length + Padding, _characters, keep ? Length : 0);
        var bits = ArrayPool<ulong>.Shared.Rent(4 * capacity);
        bits.AsSpan(0, 4 * capacity).Clear();
        if (keep)
        {
            for (var mask = 0; mask < 4; mask++)
                _bits.AsSpan(mask * _capacity, Math.Min(_capacity, capacity)).CopyTo(bits.AsSpan(mask * capacity));
        }
        else
        {
            Length = Uncased = Spaceless = 0;
        }

        if (_bits.Length > 0)
            ArrayPool<ulong>.Shared.Return(_bits);
        (_characters, _bits, _capacity) = (characters, bits, capacity);
    }

    /// <summary>Takes note of up to 32 characters that stand behind the end already.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Append(in BlockMasks masks, int length)
    {
        var at = Length;
        Length = at + length;
        var keep = (uint)((1UL << length) - 1);
        ref var bits = ref MemoryMarshal.GetArrayDataReference(_bits);
        BitString.Or(ref bits, at, masks.Word & keep);
        BitString.Or(ref Unsafe.Add(ref bits, _capacity), at, masks.Upper & keep);
        BitString.Or(ref Unsafe.Add(ref bits, 2 * _capacity), at, masks.Digit & keep);
        BitString.Or(ref Unsafe.Add(ref bits, 3 * _capacity), at, masks.Break & keep);
    }

    public void Append(char character, CharacterClass kind)
    {
        var masks = default(BlockMasks);
        masks.Add(0, kind);
        Reserve(Length + 1, keep: true);
        _characters[Length] = character;
        Append(masks, 1);
        Count(kind);
    }

    /// <summary>Counts letters of scripts without case.</summary>
    public void Count(CharacterClass kind)
    {
        Uncased += (kind & CharacterClass.Uncased) != 0 ? 1 : 0;
        Spaceless += (kind & CharacterClass.Spaceless) != 0 ? 1 : 0;
    }

    /// <summary>Forgets the text and keeps the memory.</summary>
    private void Clear()
    {
        _bits.AsSpan(0, 4 * _capacity).Clear();
        Length = Uncased = Spaceless = 0;
    }

    public void Dispose()
    {
        if (_characters.Length > 0)
            ArrayPool<char>.Shared.Return(_characters);
        if (_bits.Length > 0)
            ArrayPool<ulong>.Shared.Return(_bits);
        (_characters, _bits, _capacity, Length) = ([], [], 0, 0);
    }

    private static char[] Rent(ArrayPool<char> pool, int length, char[] previous, int kept)
    {
        if (previous.Length >= length)
            return previous;
        var rented = pool.Rent(length);
        previous.AsSpan(0, kept).CopyTo(rented);
        if (previous.Length > 0)
            pool.Return(previous);
        return rented;
    }
}
