using System.Numerics;
using FsCheck.Xunit;
using Pipeline.Articles.Fingerprints;

namespace Pipeline.Articles.Tests.Fingerprints;

/// <summary>The stored values: as written down plainly, whatever instructions the machine has.</summary>
public sealed class HashingTests
{
    private const ulong K0 = 0xA0761D6478BD642F, K1 = 0xE7037ED1A0B428DB, K2 = 0x8EBC6AF09C88C6E3, K3 = 0x589965CC75374CC3;

    [Property(MaxTest = 500)]
    public void Tokens_AnyTokens_EqualsThePlainWay(string[] words)
    {
        string[] tokens = [.. words.Where(word => !string.IsNullOrEmpty(word)), "shorter", "eightlet", "ninechars", "seventeencharacte"];
        var edges = new List<int>();
        var text = "";
        foreach (var token in tokens)
        {
            edges.AddRange([text.Length, text.Length + token.Length]);
            text += token + "x";
        }

        var characters = (text + new string('y', FoldedText.Padding)).ToCharArray();
        var hashes = new ulong[tokens.Length + Hashing.Padding];
        Hashing.Tokens(ref characters[0], edges.ToArray(), hashes, new ulong[tokens.Length]);
        Assert.Equal(tokens.Select(Token), hashes.Take(tokens.Length));
    }

    [Property(MaxTest = 300)]
    public void Shingles_AnyTokens_EqualsThePlainWay(ulong[] tokens)
    {
        var count = Math.Max(0, tokens.Length - 2);
        var shingles = new ulong[count + Hashing.Padding];
        Hashing.Shingles([.. tokens, .. new ulong[Hashing.Padding]], count, shingles);
        Assert.Equal(Enumerable.Range(0, count).Select(at => Shingle(tokens[at], tokens[at + 1], tokens[at + 2])), shingles.Take(count));
    }

    [Fact]
    public void Of_OneText_HasTheValuesOfThisVersion()
    {
        var cased = Fingerprinter.Of("", "On 3 May the mayor of Reykjavík, Guðrún Þorsteinsdóttir, opened 12 swimming-pools and incomprehensibly closed 7.");
        var characters = Fingerprinter.Of("", "\u56FD\u52A1\u9662\u5E38\u52A1\u4F1A\u8BAE\u5BA1\u8BAE\u901A\u8FC7");
        Assert.Equal("facts3-bottom128/4", Fingerprint.AlgorithmVersion);
        Assert.Equal(
            ("799beb01eb57e8eae64c35112e378322 0a9305e1e7", "cca9fb00f755e4598136f7f001d3c5bf 3c04e92dab"),
            (Values(cased), Values(characters)));

        static string Values(Fingerprint fingerprint) => fingerprint.ContentHash + " " + Sketch.NameOf(fingerprint.Sketch.Facts.Hashes[0]);
    }

    private static ulong Token(string token)
    {
        ulong hash = 0;
        for (var at = 0; at < token.Length; at += 8)
        {
            var eight = token[at..Math.Min(at + 8, token.Length)].PadRight(8, '\0');
            var (low, high) = (Four(eight[..4]) ^ K0, Four(eight[4..]) ^ K1);
            hash = (at == 0 ? 0 : Spread(hash, K2)) + (low & uint.MaxValue) * (low >> 32) + low + (high & uint.MaxValue) * (high >> 32) + high;
        }

        return Spread(hash, K2);
    }

    private static ulong Shingle(ulong first, ulong second, ulong third) =>
        Spread(BitOperations.RotateLeft(first, 43) + BitOperations.RotateLeft(second, 22) + third, K3);

    private static ulong Four(string units) => units.Reverse().Aggregate(0UL, (word, unit) => word << 16 | unit);

    private static ulong Spread(ulong hash, ulong factor) => (hash ^ hash >> 32) * factor;
}
