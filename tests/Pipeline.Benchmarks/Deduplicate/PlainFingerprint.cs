using System.Globalization;
using System.IO.Hashing;
using System.Text;
using Pipeline.Articles.Fingerprints;

namespace Pipeline.Benchmarks.Deduplicate;

/// <summary>
/// The fingerprint of a text in a cased script, written down plainly: normalise, cut into token strings, hash strings. The
/// hashes differ from the product's; what is counted is the same, which the benchmark's tests compare.
/// </summary>
internal static class PlainFingerprint
{
    public static (string ContentHash, int Tokens, int Facts, ulong[] Smallest) Of(string text)
    {
        var tokens = Tokens(text);
        var content = XxHash128.Hash(Encoding.UTF8.GetBytes(string.Join(' ', tokens.Select(token => token.Text))));
        var shingles = new HashSet<ulong>();
        for (var index = 2; index < tokens.Count; index++)
            if (tokens[index - 2].IsFact || tokens[index - 1].IsFact || tokens[index].IsFact)
                shingles.Add(XxHash64.HashToUInt64(Encoding.UTF8.GetBytes(
                    $"{tokens[index - 2].Text} {tokens[index - 1].Text} {tokens[index].Text}")));
        return (Convert.ToHexStringLower(content), tokens.Count, shingles.Count, [.. shingles.Order().Take(Sketch.Size)]);
    }

    private static List<(string Text, bool IsFact)> Tokens(string text)
    {
        var tokens = new List<(string, bool)>();
        var token = new StringBuilder();
        bool capital = false, digit = false, afterBreak = true;
        foreach (var character in text.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark)
                continue;
            if (char.IsLetterOrDigit(character))
            {
                if (token.Length == 0)
                    (capital, afterBreak) = (char.IsUpper(character) && !afterBreak, false);
                digit |= char.IsDigit(character);
                token.Append(char.ToLowerInvariant(character));
                continue;
            }

            if (token.Length > 0)
                tokens.Add((token.ToString(), capital || digit));
            token.Clear();
            digit = false;
            afterBreak |= character is '.' or '!' or '?' or ':' or '"' or '\n' or '\r' or '\u201C' or '\u201D';
        }

        if (token.Length > 0)
            tokens.Add((token.ToString(), capital || digit));
        return tokens;
    }
}
