using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Pipeline.Articles.Cleaning.Text;

/// <summary>
/// What each character of a line is, a bit for each in a mask for each kind, found 32 characters at a time. Questions about words are
/// then a few operations for 64 characters. One instance is filled anew for each line.
/// </summary>
internal sealed class CharacterMasks
{
    public const int Bits = 64;

    private ulong[] _masks = new ulong[6 * 8];

    /// <summary>Whole masks that the line fills.</summary>
    public int Count { get; private set; }

    /// <summary>Capital letters.</summary>
    public Span<ulong> Capitals => _masks.AsSpan(0, Count);

    /// <summary>Small letters.</summary>
    public Span<ulong> Smalls => _masks.AsSpan(Count, Count);

    public Span<ulong> Digits => _masks.AsSpan(2 * Count, Count);

    /// <summary>Characters of words: letters, digits, marks on letters, and apostrophes after any of them.</summary>
    public Span<ulong> Words => _masks.AsSpan(3 * Count, Count);

    /// <summary>Everything else but the space.</summary>
    public Span<ulong> Marks => _masks.AsSpan(4 * Count, Count);

    private Span<ulong> Apostrophes => _masks.AsSpan(5 * Count, Count);

    /// <summary>Letters and signs of scripts that put no spaces between words.</summary>
    public int Unspaced { get; private set; }

    /// <summary>True when the character at a place inside the line is of a word.</summary>
    public bool IsWord(int place) => ((Words[place / Bits] >> (place % Bits)) & 1) != 0;

    public void Fill(ReadOnlySpan<char> text)
    {
        Count = (text.Length + Bits - 1) / Bits;
        if (_masks.Length < 6 * Count)
        {
            _masks = new ulong[6 * Count * 3 / 2];
        }

        Unspaced = 0;
        var hasApostrophes = false;
        for (var word = 0; word < text.Length / Bits; word++)
        {
            hasApostrophes |= FillOne(text.Slice(word * Bits, Bits), word);
        }

        if (text.Length % Bits is > 0 and var rest)
        {
            Span<char> padded = stackalloc char[Bits];
            padded.Clear();
            text[^rest..].CopyTo(padded);
            hasApostrophes |= FillOne(padded, Count - 1);
        }

        if (hasApostrophes)
        {
            JoinApostrophes();
        }
    }

    /// <summary>Which of a text's first 64 characters are letters of ASCII.</summary>
    public static ulong AsciiLetters(ReadOnlySpan<char> text)
    {
        if (text.Length < Bits)
        {
            Span<char> padded = stackalloc char[Bits];
            padded.Clear();
            text.CopyTo(padded);
            return AsciiLetters(padded);
        }

        var low = OfHalf(text, out var capitals, out _, out _, out _, out _) | capitals;
        return low | ((ulong)(OfHalf(text[32..], out capitals, out _, out _, out _, out _) | capitals) << 32);
    }

    /// <returns>True when there are apostrophes.</returns>
    private bool FillOne(ReadOnlySpan<char> text, int word)
    {
        var low = OfHalf(text, out var capitals, out var digits, out var apostrophes, out var others, out var beyond);
        var high = OfHalf(text[32..], out var capitals2, out var digits2, out var apostrophes2, out var others2, out var beyond2);
        var smalls = low | ((ulong)high << 32);
        var (allCapitals, allDigits, allApostrophes) = (capitals | ((ulong)capitals2 << 32), digits | ((ulong)digits2 << 32), apostrophes | ((ulong)apostrophes2 << 32));
        var marks = others | ((ulong)others2 << 32);
        var letters = 0UL;
        for (var rest = beyond | ((ulong)beyond2 << 32); rest != 0; rest &= rest - 1)
        {
            var bit = rest & (~rest + 1);
            var c = text[BitOperations.TrailingZeroCount(rest)];
            switch (Characters.KindOf(c))
            {
                case CharacterKind.Capital:
                    allCapitals |= bit;
                    break;
                case CharacterKind.Small:
                    smalls |= bit;
                    break;
                case CharacterKind.Digit:
                    allDigits |= bit;
                    break;
                case CharacterKind.Letter:
                    letters |= bit;
                    Unspaced += Characters.IsUnspaced(c) ? 1 : 0;
                    break;
                case CharacterKind.Apostrophe:
                    allApostrophes |= bit;
                    break;
                default:
                    marks |= bit;
                    break;
            }
        }

        (Capitals[word], Smalls[word], Digits[word]) = (allCapitals, smalls, allDigits);
        (Words[word], Marks[word], Apostrophes[word]) = (allCapitals | smalls | allDigits | letters, marks, allApostrophes);
        return allApostrophes != 0;
    }

    /// <summary>Of 32 characters: which are small letters of ASCII, and the other kinds.</summary>
    private static uint OfHalf(ReadOnlySpan<char> text, out uint capitals, out uint digits, out uint apostrophes, out uint marks, out uint beyond)
    {
        ref var first = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(text));
        var bytes = Vector256.NarrowWithSaturation(Vector256.LoadUnsafe(ref first), Vector256.LoadUnsafe(ref first, 16));
        var smalls = InRange(bytes, 'a', 'z');
        capitals = InRange(bytes, 'A', 'Z');
        digits = InRange(bytes, '0', '9');
        apostrophes = Vector256.Equals(bytes, Vector256.Create((byte)'\'')).ExtractMostSignificantBits();
        beyond = bytes.ExtractMostSignificantBits();
        var blanks = (Vector256.Equals(bytes, Vector256.Create((byte)' ')) | Vector256.Equals(bytes, Vector256<byte>.Zero)).ExtractMostSignificantBits();
        marks = ~(smalls | capitals | digits | apostrophes | beyond | blanks);
        return smalls;
    }

    private static uint InRange(Vector256<byte> bytes, char from, char to) =>
        Vector256.LessThanOrEqual(bytes - Vector256.Create((byte)from), Vector256.Create((byte)(to - from))).ExtractMostSignificantBits();

    /// <summary>An apostrophe behind a character of a word is of the word too; elsewhere it is a mark.</summary>
    private void JoinApostrophes()
    {
        var words = Words;
        var marks = Marks;
        var apostrophes = Apostrophes;
        var before = 0UL;
        for (var i = 0; i < words.Length; i++)
        {
            var rest = apostrophes[i];
            for (var joined = rest & ((words[i] << 1) | before); joined != 0; joined = rest & (words[i] << 1))
            {
                words[i] |= joined;
                rest &= ~joined;
            }

            marks[i] |= rest;
            before = words[i] >> 63;
        }
    }
}
