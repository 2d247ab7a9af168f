using System.Globalization;

namespace Pipeline.Local.LanguageService;

/// <summary>Offsets in the unit that a request asks for: text elements, code points or UTF-16 code units.</summary>
internal sealed class StringIndex
{
    private readonly int[]? _starts;

    public StringIndex(string text, string? indexType)
    {
        _starts = indexType switch
        {
            "Utf16CodeUnit" => null,
            "UnicodeCodePoint" => CodePoints(text),
            _ => StringInfo.ParseCombiningCharacters(text),
        };
    }

    /// <summary>The offset of a UTF-16 index in the asked unit.</summary>
    public int Of(int utf16)
    {
        if (_starts is null)
            return utf16;
        var found = Array.BinarySearch(_starts, utf16);
        return found >= 0 ? found : ~found;
    }

    private static int[] CodePoints(string text)
    {
        var starts = new List<int>(text.Length);
        for (var at = 0; at < text.Length; at += at + 1 < text.Length && char.IsSurrogatePair(text, at) ? 2 : 1)
            starts.Add(at);
        return [.. starts];
    }
}
