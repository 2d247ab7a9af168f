using System.Globalization;
using System.Text;

namespace Pipeline.Articles.Formats.Warc;

/// <summary>The named fields at the head of a WARC record (ISO 28500:2017) or of an HTTP message.</summary>
internal sealed class WarcHeader
{
    private const int MaxFields = 500;

    private readonly Dictionary<string, string> _fields = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>"WARC/1.1" or "HTTP/1.1 200 OK".</summary>
    public required string FirstLine { get; init; }

    public string? this[string name] => _fields.GetValueOrDefault(name);

    public long? Length(string name) =>
        long.TryParse(this[name], NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <param name="block">The lines up to the empty one, without it.</param>
    public static WarcHeader Parse(ReadOnlySpan<byte> block)
    {
        var text = Encoding.UTF8.GetString(block);
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var header = new WarcHeader { FirstLine = (end < 0 ? text : text[..end]).Trim() };
        string? last = null;
        foreach (var line in text.AsSpan(end < 0 ? text.Length : end + 1).EnumerateLines())
        {
            var colon = line.IndexOf(':');
            if (line is [' ' or '\t', ..] && last is not null)
            {
                header._fields[last] += " " + line.Trim().ToString();
            }
            else if (colon > 0 && header._fields.Count < MaxFields)
            {
                last = line[..colon].Trim().ToString();
                var value = line[(colon + 1)..].Trim().ToString();

                // A field given twice counts once, and the codings of an HTTP body add up.
                header._fields[last] = last.Equals("Content-Encoding", StringComparison.OrdinalIgnoreCase) && header[last] is { } before
                    ? $"{before}, {value}" : header[last] ?? value;
            }
        }

        return header;
    }

    /// <summary>Length of the header with its closing empty line, and of that line alone; null when it is not in view.</summary>
    public static (int Total, int Blank)? Measure(ReadOnlySpan<byte> bytes)
    {
        for (var at = 0; ;)
        {
            var end = bytes[at..].IndexOf((byte)'\n');
            if (end < 0)
            {
                return null;
            }

            at += end + 1;
            if (bytes[at..].StartsWith("\r\n"u8))
            {
                return (at + 2, 2);
            }

            if (bytes[at..].StartsWith("\n"u8))
            {
                return (at + 1, 1);
            }
        }
    }
}
