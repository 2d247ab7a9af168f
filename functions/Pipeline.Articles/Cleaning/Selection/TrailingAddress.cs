namespace Pipeline.Articles.Cleaning.Selection;

/// <summary>The page's address behind the article, as print views and archives put it there: a short label and a URL.</summary>
internal static class TrailingAddress
{
    private const int LongestLabel = 32;

    public static void Remove(BlockView view, string?[] verdicts)
    {
        for (var i = verdicts.Length - 1; i >= 0; i--)
        {
            if (verdicts[i] is not null)
            {
                continue;
            }

            if (!Is(view.Text(i)))
            {
                return;
            }

            verdicts[i] = "source-line";
        }
    }

    private static bool Is(ReadOnlySpan<char> text)
    {
        var url = text.IndexOf("http", StringComparison.OrdinalIgnoreCase);
        return url is > 0 and <= LongestLabel && text[..url].TrimEnd().EndsWith(":") && text[url..].Contains("://", StringComparison.Ordinal) && !text[url..].TrimEnd().Contains(' ');
    }
}
