namespace Pipeline.Articles.Metadata;

/// <summary>The words of a title without regard to case and marks, each once.</summary>
internal static class TitleWords
{
    public static HashSet<string> Of(string title)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var start = -1;
        for (var i = 0; i <= title.Length; i++)
        {
            var inside = i < title.Length && char.IsLetterOrDigit(title[i]);
            if (inside && start < 0)
            {
                start = i;
            }
            else if (!inside && start >= 0)
            {
                words.Add(title[start..i]);
                start = -1;
            }
        }

        return words;
    }

    /// <summary>The part of the shorter title's words that stand in the other one as well, 0 to 1.</summary>
    public static double Shared(HashSet<string> first, HashSet<string> second) =>
        (double)first.Count(second.Contains) / Math.Max(1, Math.Min(first.Count, second.Count));
}
