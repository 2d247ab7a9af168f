using System.Collections.Frozen;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Pipeline.Articles.Cleaning.Text;

/// <summary>
/// Finds which kinds of phrases a text holds, in one pass: five bits of each of four characters are hashed to a place in a bitmap, and
/// only where a phrase can begin are the phrases compared. Pairs of characters, as Chinese and Korean have, would fill the bitmap; they
/// are looked for where a character of such a script stands.
/// </summary>
internal sealed class PhraseIndex
{
    private const int SlotBits = 15;
    private const int Slots = 1 << SlotBits;
    private const int LongestRead = 240;

    /// <summary>Characters whose five bits, a byte each, are compared before the phrase itself.</summary>
    private const int KeyLength = 8;

    /// <summary>Characters that make up a slot.</summary>
    private const int SlotLength = 4;

    private const int Pair = 2;

    private readonly ulong[] _begins = new ulong[Slots / 64];
    private readonly ushort[] _groupOf = new ushort[Slots];
    private readonly (string Phrase, PhraseKind Kind, ulong Key, ulong Mask)[][] _groups;
    private readonly FrozenDictionary<char, (string Phrase, PhraseKind Kind)[]> _pairs;
    private readonly char _firstPair;

    public PhraseIndex(ReadOnlySpan<(PhraseKind Kind, string[] Phrases)> groups)
    {
        var all = new List<(string Phrase, PhraseKind Kind)>();
        foreach (var (kind, phrases) in groups)
        {
            all.AddRange(phrases.Select(phrase => (phrase.ToLowerInvariant(), kind)));
        }

        _pairs = all.Where(entry => entry.Phrase.Length == Pair).GroupBy(entry => entry.Phrase[0]).ToFrozenDictionary(group => group.Key, group => group.ToArray());
        _firstPair = _pairs.Count == 0 ? char.MaxValue : _pairs.Keys.Min();
        var bySlot = all.Where(entry => entry.Phrase.Length > Pair)
            .SelectMany(entry => SlotsOf(entry.Phrase), (entry, slot) => (Slot: slot, entry.Phrase, entry.Kind)).GroupBy(entry => entry.Slot).ToArray();
        _groups = [.. bySlot.Select(slot => slot.Select(entry => (entry.Phrase, entry.Kind, KeyOf(entry.Phrase), MaskOf(entry.Phrase))).ToArray())];
        for (var i = 0; i < bySlot.Length; i++)
        {
            _groupOf[bySlot[i].Key] = (ushort)i;
            _begins[bySlot[i].Key / 64] |= 1UL << bySlot[i].Key;
        }
    }

    /// <param name="text">At most 240 characters are read.</param>
    public PhraseKind Find(ReadOnlySpan<char> text)
    {
        text = text[..Math.Min(text.Length, LongestRead)];
        Span<byte> lows = stackalloc byte[LowBits.RoomFor(LongestRead + KeyLength)];
        LowBits.Fill(text, lows);
        var kinds = PhraseKind.None;
        for (var i = 0; i + 2 <= text.Length; i++)
        {
            kinds |= At(text, i, lows);
        }

        return kinds;
    }

    /// <summary>The same for phrases that begin with a word, or with the character before one; it looks at those places only.</summary>
    public PhraseKind FindAtWords(ReadOnlySpan<char> text, CharacterMasks masks)
    {
        const int Masks = (LongestRead + CharacterMasks.Bits - 1) / CharacterMasks.Bits;
        const int Read = (Masks * CharacterMasks.Bits) + KeyLength;
        Span<byte> lows = stackalloc byte[LowBits.RoomFor(Read)];
        LowBits.Fill(text[..Math.Min(text.Length, Read)], lows);
        var kinds = PhraseKind.None;
        var before = 0UL;
        var words = masks.Words[..Math.Min(masks.Count, Masks)];
        for (var i = 0; i < words.Length; i++)
        {
            var starts = words[i] & ~((words[i] << 1) | before);
            before = words[i] >> 63;
            for (; starts != 0; starts &= starts - 1)
            {
                var at = (i * CharacterMasks.Bits) + BitOperations.TrailingZeroCount(starts);
                kinds |= At(text, at, lows) | (at > 0 ? At(text, at - 1, lows) : PhraseKind.None);
            }
        }

        return kinds;
    }

    private PhraseKind At(ReadOnlySpan<char> text, int at, ReadOnlySpan<byte> lows)
    {
        var slot = SlotOf(MemoryMarshal.Read<uint>(lows[at..]));
        var kinds = (_begins[slot / 64] & (1UL << slot)) != 0 ? Compare(text[at..], slot, MemoryMarshal.Read<ulong>(lows[at..])) : PhraseKind.None;
        return text[at] < _firstPair ? kinds : kinds | PairAt(text[at..]);
    }

    private PhraseKind PairAt(ReadOnlySpan<char> text)
    {
        var kinds = PhraseKind.None;
        foreach (var (phrase, kind) in _pairs.GetValueOrDefault(text[0], []))
        {
            kinds |= text.StartsWith(phrase, StringComparison.OrdinalIgnoreCase) ? kind : PhraseKind.None;
        }

        return kinds;
    }

    private PhraseKind Compare(ReadOnlySpan<char> text, int slot, ulong key)
    {
        var kinds = PhraseKind.None;
        foreach (var (phrase, kind, start, mask) in _groups[_groupOf[slot]])
        {
            if (((key ^ start) & mask) == 0 && text.StartsWith(phrase, StringComparison.OrdinalIgnoreCase))
            {
                kinds |= kind;
            }
        }

        return kinds;
    }

    private static int SlotOf(uint fourLows) => (int)((fourLows * 0x9E3779B1u) >> (32 - SlotBits));

    private static ulong KeyOf(string phrase)
    {
        Span<byte> lows = stackalloc byte[LowBits.RoomFor(KeyLength)];
        LowBits.Fill(phrase.AsSpan(0, Math.Min(phrase.Length, KeyLength)), lows);
        return MemoryMarshal.Read<ulong>(lows);
    }

    private static ulong MaskOf(string phrase) => ulong.MaxValue >> (8 * (KeyLength - Math.Min(phrase.Length, KeyLength)));

    /// <summary>Where a phrase begins; one of three characters begins whatever follows it.</summary>
    private static IEnumerable<int> SlotsOf(string phrase)
    {
        var key = (uint)KeyOf(phrase[..Math.Min(phrase.Length, SlotLength)]);
        return phrase.Length >= SlotLength ? [SlotOf(key)] : Enumerable.Range(0, 1 << LowBits.Count).Select(fourth => SlotOf(key | ((uint)fourth << 24))).Distinct();
    }
}
