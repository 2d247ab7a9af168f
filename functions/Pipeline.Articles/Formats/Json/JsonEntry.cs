using Pipeline.Articles.Formats.Input;

namespace Pipeline.Articles.Formats.Json;

/// <summary>Makes the entry of a JSON article.</summary>
internal static class JsonEntry
{
    public static RawEntry Of(Part part, string? place, byte[] bytes, Rejection? rejection) => new()
    {
        Place = place is null ? part.Place : part.PlaceOf(place),
        Bytes = bytes,
        Kind = MediaKind.Json,
        ContentType = part.ContentType,
        DeclaredCharset = ContentTypes.CharsetOf(part.ContentType),
        Rejection = rejection,
    };
}
