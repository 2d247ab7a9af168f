namespace Pipeline.Articles.Entities.Tagging;

/// <summary>What a word looks like: kinds of characters in order, repeats counted up to two.</summary>
internal static class WordShapes
{
    public static uint Of(ReadOnlySpan<char> word)
    {
        var (shape, last, repeats) = (0u, 0u, 0);
        foreach (var c in word)
        {
            var kind = Kind(c);
            repeats = kind == last ? repeats + 1 : 0;
            last = kind;
            if (repeats < 2)
                shape = (shape * 7) + kind;
        }
        return shape;
    }

    private static uint Kind(char c) =>
        char.IsUpper(c) ? 1u : char.IsLower(c) ? 2u : char.IsDigit(c) ? 3u : char.IsLetter(c) ? 4u : c == '.' ? 5u : 6u;
}
