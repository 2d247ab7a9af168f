using System.Text.Json;

namespace Pipeline.Articles.Formats.Sniffing;

/// <summary>Tells JSON, and JSON lines, from texts that begin with a bracket.</summary>
internal static class JsonMarks
{
    /// <summary>Json, JsonLines, or null when the bytes do not begin as either.</summary>
    /// <param name="head">The first bytes, in UTF-8.</param>
    /// <param name="whole">True when nothing follows.</param>
    public static FormatKind? Find(ReadOnlySpan<byte> head, bool whole)
    {
        var trimmed = Input.AsciiBytes.Trim(head);
        if (trimmed.Length == 0 || trimmed[0] is not ((byte)'{' or (byte)'['))
        {
            return null;
        }

        var end = trimmed.IndexOf((byte)'\n');
        var first = end < 0 ? trimmed : trimmed[..end];
        if (trimmed[0] == '{' && end >= 0 && IsWholeObject(first) && Input.AsciiBytes.Trim(trimmed[end..]) is [(byte)'{', ..])
        {
            return FormatKind.JsonLines;
        }

        return BeginsAsJson(trimmed, whole) ? FormatKind.Json : null;
    }

    /// <summary>A line of the head begins with a brace: enough when the name already says JSON lines.</summary>
    public static bool HasObjectLine(ReadOnlySpan<byte> head)
    {
        foreach (var range in head.Split((byte)'\n'))
        {
            if (Input.AsciiBytes.Trim(head[range]) is [(byte)'{', ..])
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWholeObject(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line, isFinalBlock: true, new JsonReaderState(new JsonReaderOptions { MaxDepth = 128 }));
        try
        {
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>A brace and a name, or a list of objects: texts begin with brackets too ("[1] ...", "{{ title }}").</summary>
    private static bool BeginsAsJson(ReadOnlySpan<byte> text, bool whole)
    {
        var rest = Input.AsciiBytes.Trim(text[1..]);
        return (rest is [(byte)'"', ..] && text[0] == '{')
            || (rest is [(byte)'{', ..] && text[0] == '[')
            || (whole && rest is [(byte)'}'] or [(byte)']']);
    }
}
