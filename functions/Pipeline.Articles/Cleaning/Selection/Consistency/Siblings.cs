namespace Pipeline.Articles.Cleaning.Selection.Consistency;

/// <summary>
/// Of a kind that mostly stays, a block that stands between others which stay needs only a part of the bar: what separates the paragraphs
/// of one article is what they are about, and the model knows only how they look.
/// </summary>
internal static class Siblings
{
    private const float BarInside = 0.3f;
    private const float FewestOfKind = 0.5f;
    private const int FewestSure = 3;
    private const float Sure = 0.8f;
    private const double MostLinks = 0.3;

    public static float[] Agree(BlockView view, int[] kinds, float[] scores, float bar)
    {
        var all = new Dictionary<int, Kind>();
        for (var i = 0; i < kinds.Length; i++)
        {
            all[kinds[i]] = all.GetValueOrDefault(kinds[i], Kind.None).With(i, view.Facts[i].Words + 1, scores[i], bar);
        }

        var agreed = (float[])scores.Clone();
        for (var i = 0; i < kinds.Length; i++)
        {
            if (scores[i] < bar && scores[i] >= bar * BarInside && all[kinds[i]].MostlyStaysAround(i) && view.Facts[i].Words > 0 && view.LinkDensity(i) < MostLinks)
            {
                agreed[i] = bar;
            }
        }

        return agreed;
    }

    /// <summary>What is known of the blocks of one kind.</summary>
    /// <param name="Score">The probabilities, each times its words.</param>
    /// <param name="Words">The words.</param>
    /// <param name="SureOnes">Blocks of which the model is sure.</param>
    /// <param name="First">The first that stays; -1 for none.</param>
    /// <param name="Last">The last that stays.</param>
    private readonly record struct Kind(float Score, float Words, int SureOnes, int First, int Last)
    {
        public static Kind None { get; } = new(0, 0, 0, -1, -1);

        public Kind With(int block, int words, float score, float bar) => new(
            Score + (score * words), Words + words, SureOnes + (score > Sure ? 1 : 0), First < 0 && score >= bar ? block : First, score >= bar ? block : Last);

        public bool MostlyStaysAround(int block) => block > First && block < Last && SureOnes >= FewestSure && Score >= FewestOfKind * Words;
    }
}
