using Pipeline.Articles.Metadata;

namespace Pipeline.Articles.Cleaning.Selection.Fallback;

/// <summary>Whether a text takes up the words of its headline, as a notice in the article's place does not.</summary>
internal static class HeadlineWords
{
    /// <summary>Words are compared by their beginnings, since endings differ by case and number.</summary>
    private const int Stem = 5;

    private const int UnspacedStem = 2;

    /// <returns>True when a third of the headline's longer words stand in the text, and two at least.</returns>
    public static bool AreTakenUp(BlockView view, FoundTitle title, TextStretch stretch)
    {
        const int Fewest = 2;
        var stems = Stems(title.Value);
        var missing = new HashSet<string>(stems, StringComparer.OrdinalIgnoreCase);
        for (var i = stretch.First; i <= stretch.Last && missing.Count > 0; i++)
        {
            if (i != title.Block && view.IsProse(i))
            {
                var text = view.Text(i).ToString();
                missing.RemoveWhere(stem => text.Contains(stem, StringComparison.OrdinalIgnoreCase));
            }
        }

        var found = stems.Count - missing.Count;
        return found >= Fewest && 3 * found >= stems.Count;
    }

    private static HashSet<string> Stems(string headline)
    {
        const int Most = 30;
        var stems = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < headline.Length && stems.Count < Most;)
        {
            if (!char.IsLetterOrDigit(headline[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < headline.Length && char.IsLetterOrDigit(headline[i]))
            {
                i++;
            }

            Add(stems, headline.AsSpan(start, i - start));
        }

        return stems;
    }

    private static void Add(HashSet<string> stems, ReadOnlySpan<char> word)
    {
        if (!Characters.IsUnspaced(word[0]))
        {
            if (word.Length >= Stem)
            {
                stems.Add(word[..Stem].ToString());
            }

            return;
        }

        for (var i = 0; i + UnspacedStem <= word.Length; i += UnspacedStem)
        {
            stems.Add(word.Slice(i, UnspacedStem).ToString());
        }
    }
}
