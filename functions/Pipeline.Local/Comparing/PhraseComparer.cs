namespace Pipeline.Local.Comparing;

/// <summary>Compares key phrases; capitals do not tell two apart.</summary>
internal static class PhraseComparer
{
    public static Difference<string> Compare(IReadOnlyList<string> local, IReadOnlyList<string> azure)
    {
        var (ours, theirs) = (local.ToHashSet(StringComparer.OrdinalIgnoreCase), azure.ToHashSet(StringComparer.OrdinalIgnoreCase));
        return new Difference<string>(
            [.. local.Where(theirs.Contains)], [],
            [.. local.Where(phrase => !theirs.Contains(phrase))], [.. azure.Where(phrase => !ours.Contains(phrase))]);
    }
}
