namespace Pipeline.Articles.Formats.Input;

/// <summary>Reads what a Content-Type header says.</summary>
internal static class ContentTypes
{
    /// <summary>The charset parameter of "text/html; charset=...", as written, or null.</summary>
    public static string? CharsetOf(string? contentType)
    {
        var at = contentType?.IndexOf("charset", StringComparison.OrdinalIgnoreCase) ?? -1;
        if (at < 0)
        {
            return null;
        }

        var rest = contentType.AsSpan(at + "charset".Length).TrimStart();
        if (!rest.StartsWith("="))
        {
            return null;
        }

        rest = rest[1..].Trim().TrimStart("\"' ");
        var end = rest.IndexOfAny("\"';, ");
        var charset = (end < 0 ? rest : rest[..end]).ToString();
        return charset.Length is 0 or > 40 ? null : charset;
    }
}
