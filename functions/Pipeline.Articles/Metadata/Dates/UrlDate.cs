namespace Pipeline.Articles.Metadata.Dates;

/// <summary>The day in a URL's path: "/2023/12/22/", "/2023-12-22-", "/20231222/", "/2023/dec/22/".</summary>
internal static class UrlDate
{
    public static SourcedDate? Find(string? url, DateHints hints)
    {
        if (url is null || !Uri.TryCreate(url, UriKind.Absolute, out var uri))
        {
            return null;
        }

        var path = uri.AbsolutePath;
        for (var i = 0; i + 8 <= path.Length; i++)
        {
            var isStart = i == 0 || !char.IsAsciiDigit(path[i - 1]);
            if (isStart && path[i] is '1' or '2' && char.IsAsciiDigit(path[i + 1]) && Read(path.AsSpan(i), hints) is { } date)
            {
                return date;
            }
        }

        return null;
    }

    private static SourcedDate? Read(ReadOnlySpan<char> path, DateHints hints)
    {
        var digits = path.IndexOfAnyExceptInRange('0', '9');
        digits = digits < 0 ? path.Length : digits;
        if (digits == 8)
        {
            return Of(path[..8], path[..8].ToString(), hints);
        }

        if (digits != 4 || path[4] is not ('/' or '-' or '_'))
        {
            return null;
        }

        // Year, mark, month in digits or letters, the same mark, day.
        var rest = path[5..];
        var second = rest.IndexOf(path[4]);
        if (second is < 1 or > 9)
        {
            return null;
        }

        var day = rest[(second + 1)..];
        var length = day.IndexOfAnyExceptInRange('0', '9');
        length = length < 0 ? day.Length : length;
        var raw = path[..Math.Min(path.Length, 5 + second + 1 + length)].ToString();
        var month = rest[..second];
        return length is not (1 or 2) ? null
            : month.IndexOfAnyExceptInRange('0', '9') < 0 ? Of($"{path[..4]}-{month}-{day[..length]}", raw, hints)
            : MonthNames.Find(month, null) is { Month: > 0, Era: Era.Gregorian } named ? Of($"{path[..4]}-{named.Month}-{day[..length]}", raw, hints)
            : null;
    }

    private static SourcedDate? Of(ReadOnlySpan<char> text, string raw, DateHints hints) =>
        DateReader.Read(text.ToString(), hints) is { } value ? new SourcedDate(value[..10], "url", raw) : null;
}
