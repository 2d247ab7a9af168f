namespace Pipeline.Benchmarks.Clean.Training.Lines;

/// <summary>Stable folds by site, so that no site teaches and is asked at once.</summary>
internal static class SiteFolds
{
    public static IEnumerable<(List<LinePage> Inside, List<LinePage> Outside)> Split(IReadOnlyList<LinePage> pages, int folds, Func<string, int> foldOf)
    {
        for (var fold = 0; fold < folds; fold++)
        {
            yield return ([.. pages.Where(p => foldOf(p.Source.Site) == fold)], [.. pages.Where(p => foldOf(p.Source.Site) != fold)]);
        }
    }

    /// <summary>Folds to measure by, unless more are asked for.</summary>
    public const int OuterFolds = 2;

    /// <summary>Folds that the first look's sets of trees leave out.</summary>
    public const int InnerFolds = 3;

    /// <summary>Folds that weights of words leave out: many, so that they weigh as much as those of the whole.</summary>
    public const int WordFolds = 8;

    private const uint OuterSalt = 13;
    private const uint InnerSalt = 77;
    private const uint WordSalt = 78;

    public static int Outer(string site, int folds) => Of(site, folds, OuterSalt);

    public static int Inner(string site) => Of(site, InnerFolds, InnerSalt);

    public static int Words(string site) => Of(site, WordFolds, WordSalt);

    public static int Of(string site, int folds, uint salt)
    {
        var hash = salt;
        foreach (var c in site)
        {
            hash = (hash ^ c) * 16777619;
        }

        return (int)((hash >> 8) % (uint)folds);
    }
}
