using System.Text;

namespace Pipeline.Articles.Tests.Formats.Warc;

/// <summary>Writes WARC files. The same bytes every time: a test that damages compressed ones at a place must damage the same thing.</summary>
internal static class WarcFile
{
    public const string Html = "<html><head><title>A</title></head><body><p>Words of the page.</p></body></html>";

    public static byte[] Record(string type, string contentType, byte[] block, string url = "https://news.example/a.html", int? statedLength = null)
    {
        var head = $"WARC/1.0\r\nWARC-Type: {type}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-05-06T07:08:09Z\r\n"
            + $"WARC-Record-ID: <urn:uuid:5ab7c5a2-0e0a-4a5e-9f0e-6b1d0c6f3e11>\r\nContent-Type: {contentType}\r\nContent-Length: {statedLength ?? block.Length}\r\n\r\n";
        return [.. Encoding.UTF8.GetBytes(head), .. block, .. "\r\n\r\n"u8];
    }

    public static byte[] Response(byte[] body, string headers = "Content-Type: text/html; charset=utf-8", string status = "200 OK", int? statedLength = null) =>
        Record("response", "application/http; msgtype=response", [.. Encoding.UTF8.GetBytes($"HTTP/1.1 {status}\r\n{headers}\r\n\r\n"), .. body], statedLength: statedLength);

    public static byte[] Response(string body = Html) => Response(Encoding.UTF8.GetBytes(body));

    public static byte[] Info() => Record("warcinfo", "application/warc-fields", "software: test\r\n"u8.ToArray());

    public static byte[] Request() => Record("request", "application/http; msgtype=request", "GET / HTTP/1.1\r\nHost: news.example\r\n\r\n"u8.ToArray());

    public static byte[] Chunked(byte[] body, int size)
    {
        var chunks = new List<byte>();
        foreach (var chunk in body.Chunk(size))
        {
            chunks.AddRange(Encoding.ASCII.GetBytes($"{chunk.Length:x};ext=1\r\n"));
            chunks.AddRange(chunk);
            chunks.AddRange("\r\n"u8);
        }

        chunks.AddRange("0\r\n\r\n"u8);
        return [.. chunks];
    }
}
