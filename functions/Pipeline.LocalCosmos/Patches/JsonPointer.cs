using Pipeline.LocalCosmos.Protocol;

namespace Pipeline.LocalCosmos.Patches;

/// <summary>A path of a patch, RFC 6901: <c>/a/0/b~1c</c>.</summary>
internal sealed record JsonPointer(string Text, IReadOnlyList<string> Segments)
{
    /// <exception cref="RequestRefusedException">It does not start with '/', or names what only the service writes.</exception>
    public static JsonPointer Parse(string? text)
    {
        if (text is null || text.Length < 2 || text[0] != '/')
            throw RequestRefusedException.BadRequest($"The patch path '{text}' must start with '/' and name a property.");

        var segments = text[1..].Split('/');
        for (var i = 0; i < segments.Length; i++)
            segments[i] = segments[i].Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
        return segments[0] is "_rid" or "_self" or "_etag" or "_attachments" or "_ts" or "id"
            ? throw RequestRefusedException.BadRequest($"A patch cannot change '{text}'.")
            : new JsonPointer(text, segments);
    }

    public bool IsAbove(JsonPointer other) => other.Segments.Count > Segments.Count
        && other.Segments.Take(Segments.Count).SequenceEqual(Segments, StringComparer.Ordinal);
}
