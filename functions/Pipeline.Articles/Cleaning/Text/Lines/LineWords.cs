using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Pipeline.Articles.Cleaning.Text.Lines;

/// <summary>
/// The words of all lines, hashed once for everything that asks about them. Scripts without spaces between words give pairs of
/// neighbouring characters, the usual stand-in for words there.
/// </summary>
internal sealed class LineWords(int lines, int characters)
{
    private const int ShortestContent = 4;
    private const int Step = 8;

    private readonly int[] _ends = new int[lines];
    private uint[] _hashes = GC.AllocateUninitializedArray<uint>(Math.Max(16, characters / 5));
    private int _words;

    /// <summary>How many lines there are.</summary>
    public int Count { get; private set; }

    /// <summary>The hashes of a line's words; odd ones are long enough to carry meaning, even ones are mostly particles.</summary>
    public ReadOnlySpan<uint> Of(int line) => _hashes.AsSpan(Start(line), _ends[line] - Start(line));

    /// <summary>The words of one text that is no line of the source.</summary>
    public static uint[] Of(ReadOnlySpan<char> text)
    {
        var masks = new CharacterMasks();
        masks.Fill(text);
        var words = new LineWords(1, text.Length);
        words.Add(text, text.Length, masks);
        return words.Of(0).ToArray();
    }

    /// <summary>Adds a line.</summary>
    /// <param name="text">The line with what follows it: words that something follows are read without a copy.</param>
    /// <param name="length">The line's own length.</param>
    /// <param name="masks">What its characters are.</param>
    public void Add(ReadOnlySpan<char> text, int length, CharacterMasks masks)
    {
        var words = masks.Words;
        var start = -1;
        var before = 0UL;
        for (var i = 0; i < words.Length; i++)
        {
            // A bit wherever a word begins or has just ended.
            for (var edges = words[i] ^ ((words[i] << 1) | before); edges != 0; edges &= edges - 1)
            {
                var at = (i * CharacterMasks.Bits) + BitOperations.TrailingZeroCount(edges);
                if (start >= 0)
                {
                    AddWord(text, start, at, masks);
                }

                start = start < 0 ? at : -1;
            }

            before = words[i] >> 63;
        }

        if (start >= 0)
        {
            AddWord(text, start, length, masks);
        }

        _ends[Count++] = _words;
    }

    private int Start(int line) => line == 0 ? 0 : _ends[line - 1];

    private void AddWord(ReadOnlySpan<char> text, int start, int end, CharacterMasks masks)
    {
        var word = text[start..end];
        if (masks.Unspaced > 0 && word.ContainsAnyExceptInRange('\0', '\u0DFF'))
        {
            AddPairs(word);
            return;
        }

        var isContent = word.Length >= ShortestContent && !char.IsAsciiDigit(word[0]);
        Push((Hash(text, start, end) & ~1u) | (isContent ? 1u : 0u));
    }

    private void AddPairs(ReadOnlySpan<char> word)
    {
        var start = 0;
        for (var i = 0; i < word.Length; i++)
        {
            if (!Characters.IsUnspaced(word[i]))
            {
                continue;
            }

            if (i > start)
            {
                Push(Hash(word[start..i]) & ~1u);
            }

            var isPair = i + 1 < word.Length && Characters.IsUnspaced(word[i + 1]);
            Push(isPair ? Hash(word.Slice(i, 2)) | 1 : Hash(word.Slice(i, 1)) & ~1u);
            start = i + 1;
        }

        if (start < word.Length)
        {
            Push(Hash(word[start..]) & ~1u);
        }
    }

    private void Push(uint hash)
    {
        if (_words == _hashes.Length)
        {
            Array.Resize(ref _hashes, 2 * _hashes.Length);
        }

        _hashes[_words++] = hash;
    }

    private static uint Hash(ReadOnlySpan<char> word) => Hash(word, 0, word.Length);

    /// <summary>Eight characters at a time. Case is folded, and all digits are one: "12:30" and "09:15" say the same.</summary>
    /// <param name="text">A text that holds the word; where it goes on behind it, nothing is copied.</param>
    private static uint Hash(ReadOnlySpan<char> text, int start, int end)
    {
        var hash = (ulong)(end - start);
        for (; start < end; start += Step)
        {
            var rest = Vector128.LessThan(Vector128<ushort>.Indices, Vector128.Create((ushort)Math.Min(Step, end - start)));
            var characters = start + Step <= text.Length ? Load(text.Slice(start, Step)) : LoadLast(text[start..]);
            hash = Mix(hash, Fold(characters & rest));
        }

        return Finish(hash);
    }

    private static Vector128<ushort> Load(ReadOnlySpan<char> eight) => Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(eight)));

    private static Vector128<ushort> LoadLast(ReadOnlySpan<char> fewer)
    {
        Span<char> eight = stackalloc char[Step];
        eight.Clear();
        fewer.CopyTo(eight);
        return Load(eight);
    }

    private static ulong Mix(ulong hash, Vector128<ushort> characters)
    {
        var halves = characters.AsUInt64();
        hash = (hash ^ halves[0]) * 0x9E3779B97F4A7C15UL;
        return ((hash ^ (hash >> 29)) + halves[1]) * 0xBF58476D1CE4E5B9UL;
    }

    private static uint Finish(ulong hash)
    {
        hash ^= hash >> 32;
        return (uint)((hash * 0x94D049BB133111EBUL) >> 32);
    }

    private static Vector128<ushort> Fold(Vector128<ushort> word) =>
        Vector128.GreaterThanAny(word, Vector128.Create((ushort)127)) ? FoldAny(word) : FoldAscii(word);

    private static Vector128<ushort> FoldAny(Vector128<ushort> word)
    {
        Span<ushort> characters = stackalloc ushort[Step];
        word.CopyTo(characters);
        foreach (ref var c in characters)
        {
            c = char.IsDigit((char)c) ? '0' : char.ToLowerInvariant((char)c);
        }

        return Vector128.Create<ushort>(characters);
    }

    private static Vector128<ushort> FoldAscii(Vector128<ushort> word)
    {
        var isDigit = Vector128.LessThan(word - Vector128.Create((ushort)'0'), Vector128.Create((ushort)10));
        var isCapital = Vector128.LessThan(word - Vector128.Create((ushort)'A'), Vector128.Create((ushort)26));
        return Vector128.ConditionalSelect(isDigit, Vector128.Create((ushort)'0'), word | (isCapital & Vector128.Create((ushort)0x20)));
    }
}
