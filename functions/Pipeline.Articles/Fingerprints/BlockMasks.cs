using System.Runtime.CompilerServices;

namespace Pipeline.Articles.Fingerprints;

/// <summary>What each of 32 characters is: a bit for each in every mask.</summary>
internal struct BlockMasks
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public BlockMasks(in AsciiBlock block) => (Word, Upper, Digit, Break) = (block.Word, block.Upper, block.Digit, block.Break);

    public uint Word { get; private set; }

    public uint Upper { get; private set; }

    public uint Digit { get; private set; }

    public uint Break { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int index, CharacterClass kind)
    {
        Word |= (uint)(kind & CharacterClass.Word) << index;
        Upper |= ((uint)(kind & CharacterClass.Upper) >> 1) << index;
        Digit |= ((uint)(kind & CharacterClass.Digit) >> 2) << index;
        Break |= ((uint)(kind & CharacterClass.Break) >> 3) << index;
    }
}
