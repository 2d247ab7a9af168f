using System.Text.Json;
using Pipeline.Articles.Formats.Charsets;
using Pipeline.Articles.Formats.Input;
using Pipeline.Articles.Formats.Sniffing;

namespace Pipeline.Articles.Formats.Json;

/// <summary>One article as a JSON object.</summary>
internal static class JsonArticle
{
    private const int MaxDepth = 128;

    // Fewer characters than this are a teaser or a placeholder, if another field has more.
    private const int TeaserLength = 60;

    private static readonly JsonDocumentOptions Options = new()
    {
        MaxDepth = MaxDepth, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>Why these bytes are no article; null when they are one.</summary>
    public static Rejection? Check(ReadOnlyMemory<byte> bytes)
    {
        var utf8 = TextDecoder.ToUtf8(bytes, null);
        using var document = Parse(utf8.Bytes, out var rejection);
        return document is null ? rejection : HasText(FieldCollector.Collect(document.RootElement)) ? null : Reject.NoText;
    }

    public static DecodeResult Decode(RawEntry entry)
    {
        // 1. Structure, whatever the charset.
        var utf8 = TextDecoder.ToUtf8(entry.Bytes, entry.DeclaredCharset);
        using var document = Parse(utf8.Bytes, out var rejection);
        if (document is null)
        {
            return DecodeResult.Rejected(rejection!);
        }

        // 2. Fields.
        var fields = FieldCollector.Collect(document.RootElement);
        var body = BestText(fields);
        if (string.IsNullOrWhiteSpace(body))
        {
            return DecodeResult.Rejected(Reject.NoText);
        }

        // 3. What kind of text the body is, by its own content.
        return DecodeResult.Of(new SourceText
        {
            Text = body,
            Kind = new Sniffed(Sniffer.OfText(body.AsSpan(0, Math.Min(body.Length, Sniffer.HeadLength)))).MediaKind,
            Charset = utf8.Charset,
            Given = GivenFieldsMap.From(fields),
        });
    }

    private static JsonDocument? Parse(ReadOnlyMemory<byte> utf8, out Rejection? rejection)
    {
        rejection = null;
        try
        {
            var document = JsonDocument.Parse(utf8, Options);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return document;
            }

            rejection = Reject.NotAnObject(Name(document.RootElement.ValueKind));
            document.Dispose();
            return null;
        }
        catch (JsonException e)
        {
            rejection = NestingOf(utf8.Span) > MaxDepth ? Reject.JsonTooDeep(MaxDepth) : Reject.BadJson(e.LineNumber ?? 0, e.BytePositionInLine ?? 0);
            return null;
        }
    }

    private static int NestingOf(ReadOnlySpan<byte> utf8)
    {
        var (depth, deepest) = (0, 0);
        foreach (var b in utf8)
        {
            depth += b is (byte)'{' or (byte)'[' ? 1 : b is (byte)'}' or (byte)']' ? -1 : 0;
            deepest = Math.Max(deepest, depth);
        }

        return deepest;
    }

    private static bool HasText(List<FoundField> fields) =>
        fields.Exists(f => f.Field is ArticleField.Body or ArticleField.Summary && !string.IsNullOrWhiteSpace(JsonStrings.Text(f.Value)));

    private static string BestText(List<FoundField> fields)
    {
        var best = "";
        foreach (var field in fields.Where(f => f.Field == ArticleField.Body))
        {
            var text = JsonStrings.Text(field.Value);
            if (best.Length < TeaserLength && text.AsSpan().Trim().Length > best.Length)
            {
                best = text;
            }
        }

        return !string.IsNullOrWhiteSpace(best) ? best : fields.Where(f => f.Field == ArticleField.Summary)
            .Select(f => JsonStrings.Text(f.Value)).Where(t => !string.IsNullOrWhiteSpace(t)).MaxBy(t => t.Length) ?? "";
    }

    private static string Name(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };
}
