using FsCheck.Xunit;
using Pipeline.Articles.Fingerprints;

namespace Pipeline.Articles.Tests.Fingerprints;

public sealed class BitStringTests
{
    [Property]
    public void Extract_AnyWord_GivesTheChosenBitsInOrder(ulong bits, ulong chosen)
    {
        var expected = Enumerable.Range(0, 64).Where(at => (chosen >> at & 1) != 0).Select(at => bits >> at & 1).ToArray();
        foreach (var extracted in new[] { BitString.Extract(bits, chosen), BitString.ExtractOneByOne(bits, chosen) })
        {
            Assert.Equal(expected, Enumerable.Range(0, expected.Length).Select(at => extracted >> at & 1));
            Assert.Equal(0UL, extracted & ~BitString.First(expected.Length));
        }
    }

    [Property]
    public void Or_AnyPlace_SetsTheBitsFromThere(ulong bits, byte place)
    {
        var (words, at) = (new ulong[6], place % 256);
        BitString.Or(ref words[0], at, bits);
        for (var bit = 0; bit < 64; bit++)
            Assert.Equal(bits >> bit & 1, words[(at + bit) / 64] >> ((at + bit) % 64) & 1);
        Assert.Equal(System.Numerics.BitOperations.PopCount(bits), words.Sum(System.Numerics.BitOperations.PopCount));
    }
}
