using Pipeline.Articles.Tokens;

namespace Pipeline.Articles.Entities.Tagging.Network;

/// <summary>What the network is told of one token. The trainer and the tagger both ask here, so that they cannot differ.</summary>
internal static class NetworkInput
{
    /// <summary>No token has more facts, nor more pieces.</summary>
    public const int MostFacts = 48;

    public const int MostGrams = 32;

    /// <summary>Facts that only texts of one style have: see the trainer. No text has them when the tagger runs.</summary>
    public const int Styles = 600;

    private const int LongestWord = 24;

    private const int Shapes = 0;
    private const int Bits = 256;
    private const int Places = 272;
    private const int RunBits = 296;
    private const int UseBits = 312;
    private const int Cases = 320;
    private const int Priors = 336;
    private const int FirstPriors = 401;
    private const int LastPriors = 466;
    private const int SpelledOut = 531;
    private const int Kinds = 532;

    /// <summary>Rows of the facts of a token; returns how many.</summary>
    public static int WriteFacts(DocumentWords document, int at, Span<ushort> target)
    {
        var words = document.Words;
        ref readonly var word = ref words[at];
        var count = 0;
        target[count++] = (ushort)(Shapes + (FeatureHash.Of(1, word.Shape) & 255));
        target[count++] = (ushort)(Priors + word.Prior);
        target[count++] = (ushort)(Kinds + (int)document.Line.Tokens[at].Kind);
        count += WriteBits(target[count..], Bits, (uint)word.Facts);
        if (word.RunStart >= 0)
        {
            target[count++] = (ushort)(Places + Math.Min(6, word.RunEnd - word.RunStart));
            target[count++] = (ushort)(Places + 7 + Math.Min(6, at - word.RunStart));
            target[count++] = (ushort)(Places + 14 + Math.Min(6, word.RunEnd - 1 - at));
            target[count++] = (ushort)(FirstPriors + words[word.RunStart].Prior);
            target[count++] = (ushort)(LastPriors + words[word.RunEnd - 1].Prior);
            var inside = WordFacts.None;
            for (var i = word.RunStart; i < word.RunEnd; i++)
                inside |= words[i].Facts & (WordFacts.Organisation | WordFacts.Place | WordFacts.GivenName | WordFacts.Title | WordFacts.People | WordFacts.Country);
            count += WriteBits(target[count..], RunBits, (uint)inside);
        }
        if ((word.Facts & WordFacts.Capital) != 0)
        {
            count += WriteBits(target[count..], UseBits, document.Uses.Signs(word.Lower));
            target[count++] = (ushort)(Cases + document.Uses.Case(word.Lower));
            if ((word.Facts & WordFacts.AllCapitals) != 0 && document.Uses.SpelledOut(word.Lower) != 0)
                target[count++] = SpelledOut;
        }
        return count;
    }

    /// <summary>Rows of the pieces of a token: its threes of letters, its beginnings and ends; returns how many.</summary>
    public static int WriteGrams(in Token token, ReadOnlySpan<char> text, Span<ushort> target)
    {
        if (token.Kind == TokenKind.Number)
        {
            target[0] = Row(9, (uint)Math.Min(9, text.Length));
            return 1;
        }
        if (token.Kind != TokenKind.Word || text.Length < 2)
        {
            target[0] = Row(8, FeatureHash.Exact(text[..Math.Min(4, text.Length)]));
            return 1;
        }
        if (text.Length > LongestWord)
            text = text[..LongestWord];
        var count = 0;
        target[count++] = Row(2, FeatureHash.Exact(text[..2]));
        target[count++] = Row(3, FeatureHash.Lower(text[^2..]));
        if (text.Length > 2)
        {
            target[count++] = Row(4, FeatureHash.Exact(text[..3]));
            target[count++] = Row(5, FeatureHash.Lower(text[^3..]));
        }
        if (text.Length > 4)
        {
            target[count++] = Row(6, FeatureHash.Exact(text[..4]));
            target[count++] = Row(7, FeatureHash.Lower(text[^4..]));
        }
        for (var i = 1; i + 3 < text.Length; i++)
            target[count++] = Row(1, FeatureHash.Lower(text.Slice(i, 3)));
        return count;
    }

    private static ushort Row(int kind, uint hash) => (ushort)(FeatureHash.Of(kind, hash) & (NetworkShape.GramRows - 1));

    private static int WriteBits(Span<ushort> target, int first, uint bits)
    {
        var count = 0;
        for (; bits != 0; bits &= bits - 1)
            target[count++] = (ushort)(first + System.Numerics.BitOperations.TrailingZeroCount(bits));
        return count;
    }
}
