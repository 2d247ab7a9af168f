using System.Text;

namespace Pipeline.Benchmarks.Clean.Training.Lines;

/// <summary>
/// Turns a text into one of the same build in another script: without capitals, or without capitals and spaces. The data are mostly of
/// European languages; so the model also learns what holds where neither is there. A word always becomes the same characters.
/// </summary>
internal static class ForeignScript
{
    private const int Ideographs = 3000;

    /// <summary>As in Chinese: words of one to a few ideographs, no spaces, wide punctuation.</summary>
    public static string Unspaced(string line)
    {
        var text = new StringBuilder(line.Length);
        for (var i = 0; i < line.Length;)
        {
            if (char.IsLetter(line[i]))
            {
                i = AppendWord(text, line, i);
                continue;
            }

            var next = i + 1 < line.Length ? line[i + 1] : ' ';
            var isBetweenWords = line[i] == ' ' && text.Length > 0 && text[^1] > '\u2E7F' && (char.IsLetter(next) || IsWide(text[^1]));
            if (!isBetweenWords)
            {
                text.Append(next is ' ' or '"' or '”' or '’' ? Wide(line[i]) : line[i]);
            }

            i++;
        }

        return text.ToString();
    }

    /// <summary>As in Arabic, Hebrew or Hindi: spaces, but no capitals.</summary>
    public static string Caseless(string line) => string.Create(line.Length, line, (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            var c = char.ToLowerInvariant(source[i]);
            span[i] = char.IsAsciiLetter(c) ? (char)('\u0628' + (c - 'a')) : char.IsLetter(c) ? 'و' : c switch { ',' => '،', '?' => '؟', ';' => '؛', _ => c };
        }
    });

    private static int AppendWord(StringBuilder text, string line, int start)
    {
        var end = start;
        var hash = 17u;
        while (end < line.Length && (char.IsLetter(line[end]) || line[end] is '\'' or '’'))
        {
            hash = (hash ^ char.ToLowerInvariant(line[end++])) * 16777619;
        }

        for (var rest = Math.Max(1, (end - start + 1) / 3); rest > 0; rest--)
        {
            hash ^= hash >> 13;
            hash *= 0x5BD1E995;
            text.Append((char)('\u4E00' + ((hash >> 8) % Ideographs)));
        }

        return end;
    }

    private static bool IsWide(char c) => c is '。' or '，' or '？' or '！' or '：' or '；';

    private static char Wide(char c) => c switch { '.' => '。', ',' => '，', '?' => '？', '!' => '！', ':' => '：', ';' => '；', _ => c };
}
