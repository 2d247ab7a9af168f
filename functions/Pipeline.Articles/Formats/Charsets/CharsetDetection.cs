using UtfUnknown;

namespace Pipeline.Articles.Formats.Charsets;

/// <summary>Guesses a charset from the bytes.</summary>
internal static class CharsetDetection
{
    public static string Detect(ReadOnlySpan<byte> bytes, List<string> declared)
    {
        foreach (var name in declared)
        {
            if (!CharsetLabels.Get(name).GetString(bytes).Contains('\uFFFD', StringComparison.Ordinal))
            {
                return name;
            }
        }

        var detected = CharsetDetector.DetectFromBytes(bytes.ToArray());
        return CharsetLabels.NameOf(detected.Detected?.EncodingName) ?? "windows-1252";
    }
}
