using System.Runtime.CompilerServices;
using System.Text;
using Pipeline.Articles.Formats.Input;

namespace Pipeline.Articles.Formats.Json;

/// <summary>One article per line. A bad line is rejected alone.</summary>
internal sealed class JsonLinesReader(FormatLimits limits)
{
    public async IAsyncEnumerable<RawEntry> ReadAsync(
        Part part, Encoding? charset, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var window = Utf8Window.Over(part, charset);
        var lines = new LineCutter(window.Value, limits.MaxArticleBytes);
        while (await lines.NextAsync(cancellationToken) is { } line)
        {
            var bytes = AsciiBytes.Trim(line.Bytes.Span);
            if (line.Number == 1 && bytes.StartsWith("\uFEFF"u8))
            {
                bytes = AsciiBytes.Trim(bytes[3..]);
            }

            if (!bytes.IsEmpty || line.Fault is not null)
            {
                var owned = bytes.ToArray();
                yield return JsonEntry.Of(part, $"line {line.Number}", owned, line.Fault ?? (line.TooLong
                    ? Reject.ArticleTooLarge(line.Length, exact: true, limits) : JsonArticle.Check(owned)));
            }
        }
    }
}
