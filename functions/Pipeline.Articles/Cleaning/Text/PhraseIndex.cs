using System.Numerics;
using System.Runtime.CompilerServices;

namespace Pipeline.Articles.Cleaning.Text;

/// <summary>
/// Finds which kinds of phrases a text holds, in one pass: five bits of each of three characters make up a place in a bitmap, and only
/// where a phrase can begin are the phrases compared.
/// </summary>
internal sealed class PhraseIndex
{
    private const int Bits = 5;
    private const int Slots = 1 << (3 * Bits);
    private const int LongestRead = 240;
    private const int KeyLength = 8;

    private readonly ulong[] _begins = new ulong[Slots / 64];
    private readonly ushort[] _groupOf = new ushort[Slots];
    private readonly Group[] _groups;

    public PhraseIndex(ReadOnlySpan<(PhraseKind Kind, string[] Phrases)> groups)
    {
        var all = new List<(int Slot, string Phrase, PhraseKind Kind)>();
        foreach (var (kind, phrases) in groups)
        {
            all.AddRange(phrases.Select(phrase => phrase.ToLowerInvariant()).SelectMany(SlotsOf, (phrase, slot) => (slot, phrase, kind)));
        }

        _groups = [.. all.GroupBy(entry => entry.Slot).Select(slot => new Group(slot.Key, [.. slot.Select(entry => (entry.Phrase, entry.Kind))]))];
        for (var i = 0; i < _groups.Length; i++)
        {
            _groupOf[_groups[i].Slot] = (ushort)i;
            _begins[_groups[i].Slot / 64] |= 1UL << (_groups[i].Slot % 64);
        }
    }

    /// <param name="text">At most 240 characters are read.</param>
    public PhraseKind Find(ReadOnlySpan<char> text)
    {
        text = text[..Math.Min(text.Length, LongestRead)];
        var kinds = PhraseKind.None;
        var slot = 0;
        var begins = _begins;
        for (var i = 0; i < text.Length; i++)
        {
            slot = Next(slot, text[i]);
            if ((begins[slot / 64] & (1UL << slot)) != 0 && i >= 2)
            {
                kinds |= Compare(text[(i - 2)..], slot);
            }
        }

        // The last two characters may be a whole phrase.
        slot = Next(slot, ' ');
        return text.Length >= 2 && (begins[slot / 64] & (1UL << slot)) != 0 ? kinds | Compare(text[^2..], slot) : kinds;
    }

    /// <summary>The same for phrases that begin with a word, or with the character before one; it looks at those places only.</summary>
    public PhraseKind FindAtWords(ReadOnlySpan<char> text, CharacterMasks masks)
    {
        var kinds = PhraseKind.None;
        var before = 0UL;
        var words = masks.Words;
        for (var i = 0; i < words.Length && i * CharacterMasks.Bits < LongestRead; i++)
        {
            var starts = words[i] & ~((words[i] << 1) | before);
            before = words[i] >> 63;
            for (; starts != 0; starts &= starts - 1)
            {
                var at = (i * CharacterMasks.Bits) + BitOperations.TrailingZeroCount(starts);
                if (at > 0 && at + 2 < text.Length)
                {
                    var slot = Next(Next(Next(0, text[at - 1]), text[at]), text[at + 1]);
                    kinds |= At(text, at - 1, slot) | At(text, at, Next(slot, text[at + 2]));
                }
                else
                {
                    kinds |= At(text, at) | (at > 0 ? At(text, at - 1) : PhraseKind.None);
                }
            }
        }

        return kinds;
    }

    private PhraseKind At(ReadOnlySpan<char> text, int at)
    {
        if (at + 2 > text.Length)
        {
            return PhraseKind.None;
        }

        var slot = Next(Next(Next(0, text[at]), text[at + 1]), at + 2 < text.Length ? text[at + 2] : ' ');
        return At(text, at, slot);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private PhraseKind At(ReadOnlySpan<char> text, int at, int slot) =>
        (_begins[slot / 64] & (1UL << slot)) != 0 ? Compare(text[at..], slot) : PhraseKind.None;

    private PhraseKind Compare(ReadOnlySpan<char> text, int slot)
    {
        var group = _groups[_groupOf[slot]];
        var kinds = PhraseKind.None;
        if ((group.Fourth & (1u << (text.Length > 3 ? Low(text[3]) : 0))) == 0 || (group.Fifth & (1u << (text.Length > 4 ? Low(text[4]) : 0))) == 0)
        {
            return kinds;
        }

        var key = KeyOf(text);
        foreach (var (phrase, kind, start, mask) in group.Phrases)
        {
            if (((key ^ start) & mask) == 0 && text.StartsWith(phrase, StringComparison.OrdinalIgnoreCase))
            {
                kinds |= kind;
            }
        }

        return kinds;
    }

    /// <summary>Five bits of each of the first eight characters.</summary>
    private static ulong KeyOf(ReadOnlySpan<char> text)
    {
        var key = 0UL;
        for (var i = 0; i < Math.Min(text.Length, KeyLength); i++)
        {
            key |= (ulong)Low(text[i]) << (Bits * i);
        }

        return key;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Low(char c) => (c < 128 ? c : char.ToLowerInvariant(c)) & ((1 << Bits) - 1);

    /// <summary>The place of the last three characters. Capitals of ASCII share their five low bits with the small letters.</summary>
    private static int Next(int slot, char c) => ((slot << Bits) | Low(c)) & (Slots - 1);

    /// <summary>Where a phrase begins; one of two characters begins wherever any third follows.</summary>
    private static IEnumerable<int> SlotsOf(string phrase)
    {
        var two = Next(Next(0, phrase[0]), phrase[1]);
        return phrase.Length > 2 ? [Next(two, phrase[2])] : Enumerable.Range(0, 1 << Bits).Select(third => Next(two, (char)third));
    }

    /// <summary>The phrases that begin with the same three characters, and which two they go on with, by five bits again.</summary>
    private sealed class Group(int slot, (string Phrase, PhraseKind Kind)[] phrases)
    {
        public int Slot { get; } = slot;

        /// <summary>With the key of each phrase, and a mask for as many characters as it has.</summary>
        public (string Phrase, PhraseKind Kind, ulong Key, ulong Mask)[] Phrases { get; } =
            [.. phrases.Select(entry => (entry.Phrase, entry.Kind, KeyOf(entry.Phrase), (1UL << (Bits * Math.Min(KeyLength, entry.Phrase.Length))) - 1))];

        public uint Fourth { get; } = Mask(phrases, 3);

        public uint Fifth { get; } = Mask(phrases, 4);

        private static uint Mask((string Phrase, PhraseKind Kind)[] phrases, int place) =>
            phrases.Aggregate(0u, (mask, entry) => mask | (entry.Phrase.Length > place ? 1u << Low(entry.Phrase[place]) : uint.MaxValue));
    }
}
