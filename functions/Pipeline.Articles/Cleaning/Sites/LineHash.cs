namespace Pipeline.Articles.Cleaning.Sites;

/// <summary>
/// A 32 bit hash of a line's letters, without regard to case, spaces and marks. Digits count as one and the same where the line
/// has words beside them: "12 comments" and "7 comments" are one line of the site.
/// </summary>
internal static class LineHash
{
    private const int FewestLetters = 4;

    public static uint Of(ReadOnlySpan<char> line)
    {
        var letters = 0;
        foreach (var c in line)
        {
            letters += char.IsLetter(c) ? 1 : 0;
        }

        var hash = 14695981039346656037UL;
        var wasDigit = false;
        foreach (var c in line)
        {
            if (char.IsDigit(c) && letters >= FewestLetters)
            {
                hash = wasDigit ? hash : (hash ^ '0') * 1099511628211UL;
                wasDigit = true;
            }
            else if (char.IsLetterOrDigit(c))
            {
                hash = (hash ^ char.ToLowerInvariant(c)) * 1099511628211UL;
                wasDigit = false;
            }
        }

        return (uint)(hash ^ (hash >> 32));
    }
}
