using System.Buffers;
using System.Buffers.Text;

namespace Pipeline.Articles.Formats.Warc;

/// <summary>Joins the chunks of an HTTP body (RFC 9112, section 7.1).</summary>
internal static class ChunkedBody
{
    private const int MaxSizeLine = 1024;

    /// <summary>
    /// The body without chunk marks. Many crawlers join the chunks and keep the header that announces them, so a body that
    /// does not begin with one is given back as it is; one that breaks off later gives what came before.
    /// </summary>
    public static ReadOnlyMemory<byte> Join(ReadOnlyMemory<byte> body)
    {
        var joined = new ArrayBufferWriter<byte>(Math.Max(1, body.Length));
        for (var rest = body.Span; SizeLine(rest) is var (size, line);)
        {
            rest = rest[line..];
            if (size == 0)
            {
                return joined.WrittenMemory;
            }

            var length = (int)Math.Min(size, rest.Length);
            joined.Write(rest[..length]);
            rest = rest[length..];
            rest = rest.StartsWith("\r\n"u8) ? rest[2..] : rest.StartsWith("\n"u8) ? rest[1..] : rest;
        }

        return joined.WrittenCount > 0 ? joined.WrittenMemory : body;
    }

    private static (long Size, int Line)? SizeLine(ReadOnlySpan<byte> bytes)
    {
        var end = bytes[..Math.Min(bytes.Length, MaxSizeLine)].IndexOf((byte)'\n');
        return end > 0 && Utf8Parser.TryParse(bytes[..end], out long size, out var used, 'x') && size >= 0
            && bytes[used..end].TrimEnd((byte)'\r').TrimStart((byte)' ') is [] or [(byte)';', ..] ? (size, end + 1) : null;
    }
}
