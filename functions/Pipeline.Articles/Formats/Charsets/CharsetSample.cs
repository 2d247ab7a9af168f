namespace Pipeline.Articles.Formats.Charsets;

/// <summary>The parts of a text that say something about its charset: stretches with bytes beyond ASCII.</summary>
internal static class CharsetSample
{
    private const int MaxLength = 8 * 1024;
    private const int MaxStretch = 2 * 1024;

    public static byte[] Of(ReadOnlySpan<byte> bytes)
    {
        var sample = new List<byte>(Math.Min(bytes.Length, MaxLength + MaxStretch));
        while (sample.Count < MaxLength)
        {
            var high = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (high < 0)
            {
                break;
            }

            // Begin before the word: no charset has blanks and brackets as the second byte of a character.
            var start = high;
            while (start > 0 && high - start < 64 && bytes[start - 1] is not ((byte)'\n' or (byte)'>'))
            {
                start--;
            }

            var stretch = bytes[start..];
            var line = stretch.IndexOf((byte)'\n') + 1;
            var length = Math.Min(line == 0 ? stretch.Length : line, MaxStretch);

            // A stretch that is cut ends before a blank, so that no character is.
            var cut = length == MaxStretch ? stretch[..length].LastIndexOfAny((byte)' ', (byte)'\n', (byte)'<') : -1;
            length = cut > MaxStretch / 2 ? cut : length;
            sample.AddRange(stretch[..length]);
            bytes = stretch[length..];
        }

        return [.. sample];
    }
}
