using System.Text;

namespace Pipeline.Articles.Formats.Charsets;

/// <summary>Halves of surrogate pairs, which no encoder takes.</summary>
internal static class LoneSurrogates
{
    /// <summary>The same text, of the same length, with U+FFFD for each.</summary>
    public static string Replace(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            return text;
        }

        return string.Create(text.Length, text, static (span, source) =>
        {
            source.CopyTo(span);
            for (var at = 0; at < span.Length; at++)
            {
                if (Rune.DecodeFromUtf16(span[at..], out _, out var used) != System.Buffers.OperationStatus.Done)
                {
                    span[at] = '\uFFFD';
                }
                else
                {
                    at += used - 1;
                }
            }
        });
    }
}
