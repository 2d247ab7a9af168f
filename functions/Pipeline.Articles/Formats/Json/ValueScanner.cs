using System.Buffers;

namespace Pipeline.Articles.Formats.Json;

/// <summary>
/// Finds the end of a JSON value in bytes that come piece by piece. It looks at brackets and quotes only, so that a value
/// that breaks JSON's rules inside still ends where its brackets do, and the next one is read: a JSON reader stops for good.
/// </summary>
internal struct ValueScanner
{
    private static readonly SearchValues<byte> Structure = SearchValues.Create("\"{}[]"u8);
    private static readonly SearchValues<byte> InString = SearchValues.Create("\"\\\n"u8);

    private int _depth;
    private bool _string;
    private bool _escaped;

    /// <summary>A line ended within a string, which JSON does not allow: the value's end cannot be told.</summary>
    public bool Broken { get; private set; }

    /// <summary>Reads on; the number of bytes up to and with the value's end, or -1 when it is not among these.</summary>
    public int Scan(ReadOnlySpan<byte> bytes)
    {
        for (var at = 0; at < bytes.Length; at++)
        {
            if (_escaped)
            {
                _escaped = false;
                continue;
            }

            var next = bytes[at..].IndexOfAny(_string ? InString : Structure);
            if (next < 0)
            {
                return -1;
            }

            at += next;
            switch (bytes[at])
            {
                case (byte)'"':
                    _string = !_string;
                    break;
                case (byte)'\\':
                    _escaped = true;
                    break;
                case (byte)'\n':
                    Broken = true;
                    return at;
                case (byte)'{' or (byte)'[':
                    _depth++;
                    break;
                default:
                    _depth--;
                    break;
            }

            if (_depth <= 0 && !_string)
            {
                return at + 1;
            }
        }

        return -1;
    }
}
