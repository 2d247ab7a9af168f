namespace Pipeline.Articles.Cleaning.Selection;

/// <summary>
/// The bar that gives the best expected F1 by words: half of that F1 itself (Lipton, Elkan and Naryanaswamy, "Optimal thresholding of
/// classifiers to maximize F1 measure", ECML 2014). Where the model is sure the bar lies near one half; on a page of a kind that it has
/// hardly met the bar is lower, but never down to where furniture begins.
/// </summary>
internal static class ExpectedF1
{
    private const int Rounds = 6;
    private const float Lowest = 0.12f;
    private const float Highest = 0.5f;

    public static float Threshold(BlockView view, float[] scores)
    {
        var inArticle = 0f;
        for (var i = 0; i < view.Count; i++)
        {
            inArticle += scores[i] * view.Facts[i].Words;
        }

        var threshold = Highest;
        for (var round = 0; round < Rounds; round++)
        {
            var (kept, hits) = (0f, 0f);
            for (var i = 0; i < view.Count; i++)
            {
                if (scores[i] >= threshold)
                {
                    kept += view.Facts[i].Words;
                    hits += scores[i] * view.Facts[i].Words;
                }
            }

            threshold = Math.Clamp(hits / Math.Max(1, kept + inArticle), Lowest, Highest);
        }

        return threshold;
    }
}
