using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Pipeline.Articles.Fingerprints;

/// <summary>
/// Folds a text by Unicode rules, 32 characters at a time.
/// <code>
///  32 characters ── ASCII: all at once ── others that fold to one character: patched in, by table ── next 32
///                        └─ one that is dropped, expands or composes: up to it, then it alone, then on behind it
/// </code>
/// </summary>
internal static class TextFolding
{
    private const int BlockLength = AsciiBlock.Length;

    /// <summary>Fills <paramref name="folded"/>, one character for each of the text but for dropped and expanded ones.</summary>
    public static void Fold(ReadOnlySpan<char> text, FoldedText folded)
    {
        folded.Reserve(text.Length + BlockLength, keep: false);
        Span<char> last = stackalloc char[BlockLength];
        for (var position = 0; position < text.Length;)
        {
            var rest = text[position..];
            int wanted = Math.Min(rest.Length, BlockLength), read;
            if (rest.Length >= BlockLength)
            {
                read = Block(ref MemoryMarshal.GetReference(rest), BlockLength, folded);
            }
            else
            {
                last.Clear();
                rest.CopyTo(last);
                read = Block(ref MemoryMarshal.GetReference(last), rest.Length, folded);
            }

            position += read;
            if (read == wanted)
                continue;
            if (CharacterRanges.NeedsComposition(text[position]) && Compose(text) is { } composed)
            {
                Fold(composed, folded);
                return;
            }

            position += Single(text[position..], folded);
        }
    }

    /// <summary>Folds 32 characters of which <paramref name="length"/> count.</summary>
    /// <returns>How many it took: less than asked for when the next one is to be folded by itself.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Block(ref char first, int length, FoldedText folded)
    {
        var at = folded.Length;
        folded.Reserve(at + BlockLength, keep: true);
        ref var source = ref Unsafe.As<char, ushort>(ref first);
        ref var target = ref Unsafe.As<char, ushort>(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(folded.Characters), at));
        var block = AsciiBlock.Load(ref source);
        block.StoreLower(ref target);
        var masks = new BlockMasks(block);
        var taken = length;
        if (block.NonAscii != 0)
            taken = Patch(ref source, ref target, Math.Min(length, BlockLength), block.NonAscii, ref masks, folded);
        folded.Append(masks, taken);
        return taken;
    }

    /// <summary>Puts the characters outside ASCII in their places. Returns how many characters of the block are done.</summary>
    private static int Patch(
        ref ushort source, ref ushort target, int length, uint nonAscii, ref BlockMasks masks, FoldedText folded)
    {
        for (; nonAscii != 0; nonAscii &= nonAscii - 1)
        {
            var index = BitOperations.TrailingZeroCount(nonAscii);
            if (index >= length)
                break;
            var character = (char)Unsafe.Add(ref source, index);
            var kind = FoldTable.Class[character];
            if ((kind & (CharacterClass.Dropped | CharacterClass.Expands)) != 0
                || char.IsSurrogate(character) || CharacterRanges.NeedsComposition(character))
                return index;
            Unsafe.Add(ref target, index) = FoldTable.Folded[character];
            masks.Add(index, kind);
            folded.Count(kind);
        }

        return length;
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

    /// <summary>
    /// One character by itself; returns how many code units it took. Ideographs beyond the Basic Multilingual Plane are words;
    /// emoji and halves of pairs separate.
    /// </summary>
    private static int Single(ReadOnlySpan<char> text, FoldedText folded)
    {
        if (!char.IsSurrogate(text[0]))
        {
            Put(text[0], folded);
            return 1;
        }

        if (Rune.DecodeFromUtf16(text, out var rune, out var units) != System.Buffers.OperationStatus.Done || !Rune.IsLetter(rune))
        {
            folded.Append(' ', CharacterClass.Separator);
            return Math.Max(1, units);
        }

        foreach (var unit in text[..units])
            folded.Append(unit, CharacterClass.Word | CharacterClass.Uncased | CharacterClass.Spaceless);
        return units;
    }

    private static void Put(char character, FoldedText folded)
    {
        var kind = FoldTable.Class[character];
        if ((kind & CharacterClass.Dropped) != 0)
            return;
        if ((kind & CharacterClass.Expands) == 0)
        {
            folded.Append(FoldTable.Folded[character], kind);
            return;
        }

        foreach (var part in FoldTable.Expand(character))
            folded.Append(part, kind);
    }
}
