using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace Pipeline.Articles.Fingerprints;

/// <summary>Folds a text by Unicode rules, 32 ASCII characters at a time and the others by table.</summary>
internal static class TextFolding
{
    private const int BlockLength = 32;

    /// <summary>Fills <paramref name="folded"/>, one character for each of the text but for dropped and expanded ones.</summary>
    public static void Fold(ReadOnlySpan<char> text, FoldedText folded)
    {
        folded.Reserve(text.Length + BlockLength, keep: false);
        var position = 0;
        while (position < text.Length)
        {
            position += AsciiRun(text[position..], folded);
            while (position < text.Length && !char.IsAscii(text[position]))
            {
                if (CharacterRanges.NeedsComposition(text[position]) && Compose(text) is { } composed)
                {
                    Fold(composed, folded);
                    return;
                }

                position += Other(text[position..], folded);
            }
        }
    }

    /// <summary>Null when the text is composed already, or holds half a surrogate pair and cannot be.</summary>
    private static string? Compose(ReadOnlySpan<char> text)
    {
        var whole = text.ToString();
        try
        {
            return whole.IsNormalized(NormalizationForm.FormKC) ? null : whole.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static int AsciiRun(ReadOnlySpan<char> text, FoldedText folded)
    {
        folded.Reserve(folded.Length + text.Length + BlockLength, keep: true);
        ref var source = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        ref var target = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetArrayDataReference(folded.Characters));
        Span<ulong> word = folded.Word, upper = folded.Upper, digit = folded.Digit, sentence = folded.Break;
        int read = 0, at = folded.Length;
        for (; read + 32 <= text.Length; read += 32, at += 32)
        {
            var block = AsciiBlock.Load(ref Unsafe.Add(ref source, read));
            block.StoreLower(ref Unsafe.Add(ref target, at));
            if (block.NonAscii == 0)
            {
                Append(block, uint.MaxValue, at, word, upper, digit, sentence);
                continue;
            }

            var ascii = System.Numerics.BitOperations.TrailingZeroCount(block.NonAscii);
            Append(block, (1u << ascii) - 1, at, word, upper, digit, sentence);
            folded.Length = at + ascii;
            return read + ascii;
        }

        folded.Length = at;
        for (; read < text.Length && char.IsAscii(text[read]); read++)
            Put(text[read], folded);
        return read;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Append(
        in AsciiBlock block, uint keep, int at, Span<ulong> word, Span<ulong> upper, Span<ulong> digit, Span<ulong> sentence)
    {
        Or(word, at, block.Word & keep);
        Or(upper, at, block.Upper & keep);
        Or(digit, at, block.Digit & keep);
        Or(sentence, at, block.Break & keep);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Or(Span<ulong> mask, int at, ulong bits)
    {
        mask[at >> 6] |= bits << at;
        mask[(at >> 6) + 1] |= bits >> 1 >> (63 - (at & 63));
    }

    /// <summary>One character outside ASCII; returns how many code units it took.</summary>
    private static int Other(ReadOnlySpan<char> text, FoldedText folded)
    {
        if (char.IsSurrogate(text[0]))
            return Supplementary(text, folded);
        Put(text[0], folded);
        return 1;
    }

    /// <summary>Ideographs beyond the Basic Multilingual Plane are words; emoji and halves of pairs separate.</summary>
    private static int Supplementary(ReadOnlySpan<char> text, FoldedText folded)
    {
        if (Rune.DecodeFromUtf16(text, out var rune, out var units) != System.Buffers.OperationStatus.Done || !Rune.IsLetter(rune))
        {
            Put(' ', folded);
            return Math.Max(1, units);
        }

        foreach (var unit in text[..units])
            Put(unit, CharacterClass.Word | CharacterClass.Uncased | CharacterClass.Spaceless, folded);
        return units;
    }

    private static void Put(char character, FoldedText folded)
    {
        var kind = FoldTable.Class[character];
        if ((kind & CharacterClass.Dropped) != 0)
            return;
        if ((kind & CharacterClass.Expands) == 0)
        {
            Put(FoldTable.Folded[character], kind, folded);
            return;
        }

        foreach (var part in FoldTable.Expand(character))
            Put(part, kind, folded);
    }

    private static void Put(char character, CharacterClass kind, FoldedText folded)
    {
        var at = folded.Length;
        folded.Reserve(at + 1, keep: true);
        folded.Characters[at] = character;
        folded.Length = at + 1;
        var bit = 1UL << at;
        if ((kind & CharacterClass.Word) != 0)
            folded.Word[at >> 6] |= bit;
        if ((kind & CharacterClass.Upper) != 0)
            folded.Upper[at >> 6] |= bit;
        if ((kind & CharacterClass.Digit) != 0)
            folded.Digit[at >> 6] |= bit;
        if ((kind & CharacterClass.Break) != 0)
            folded.Break[at >> 6] |= bit;
        if ((kind & CharacterClass.Uncased) != 0)
            folded.Uncased++;
        if ((kind & CharacterClass.Spaceless) != 0)
            folded.Spaceless++;
    }
}
