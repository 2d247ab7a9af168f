namespace Pipeline.Articles.Cleaning.Text;

/// <summary>
/// Finds which kinds of phrases a text holds, in one pass: two characters at each place are looked up in a bitmap, and only where
/// a phrase can begin are the phrases compared.
/// </summary>
internal sealed class PhraseIndex
{
    private const int Slots = 1 << 16;
    private const int LongestRead = 240;

    private readonly ulong[] _begins = new ulong[Slots / 64];
    private readonly Dictionary<int, (string Phrase, PhraseKind Kind)[]> _bySlot;

    public PhraseIndex(ReadOnlySpan<(PhraseKind Kind, string[] Phrases)> groups)
    {
        var all = new List<(string Phrase, PhraseKind Kind)>();
        foreach (var (kind, phrases) in groups)
        {
            all.AddRange(phrases.Select(phrase => (phrase.ToLowerInvariant(), kind)));
        }

        _bySlot = all.GroupBy(entry => SlotOf(entry.Phrase, 0)).ToDictionary(slot => slot.Key, slot => slot.ToArray());
        foreach (var slot in _bySlot.Keys)
        {
            _begins[slot / 64] |= 1UL << (slot % 64);
        }
    }

    /// <param name="text">At most 240 characters are read.</param>
    public PhraseKind Find(ReadOnlySpan<char> text)
    {
        Span<char> lower = stackalloc char[LongestRead];
        var length = text[..Math.Min(text.Length, LongestRead)].ToLowerInvariant(lower);
        lower = lower[..length];
        var kinds = PhraseKind.None;
        for (var i = 0; i + 1 < lower.Length; i++)
        {
            var slot = SlotOf(lower, i);
            if ((_begins[slot / 64] & (1UL << (slot % 64))) != 0)
            {
                kinds |= Compare(lower[i..], slot);
            }
        }

        return kinds;
    }

    private PhraseKind Compare(ReadOnlySpan<char> text, int slot)
    {
        var kinds = PhraseKind.None;
        foreach (var (phrase, kind) in _bySlot[slot])
        {
            if (text.StartsWith(phrase, StringComparison.Ordinal))
            {
                kinds |= kind;
            }
        }

        return kinds;
    }

    /// <summary>Three characters spread over the bitmap, or two where the script packs more into each.</summary>
    private static int SlotOf(ReadOnlySpan<char> text, int at)
    {
        var third = at + 2 < text.Length && text[at] < '\u2E80' ? text[at + 2] : '\0';
        return ((text[at] * 0x9E37) ^ (text[at + 1] * 0x85EB) ^ (third * 0xC2B3)) & (Slots - 1);
    }
}
