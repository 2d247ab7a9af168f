namespace Pipeline.Articles.Cleaning.Selection.Consistency;

/// <summary>A block between two of its kind that go, goes with them, unless the model is sure of it: one teaser or entry of many that reads like a sentence.</summary>
internal static class LoneBlocks
{
    private const float Sure = 0.9f;

    public static float[] Agree(int[] kinds, float[] scores, float bar)
    {
        var agreed = (float[])scores.Clone();
        for (var i = 1; i + 1 < kinds.Length; i++)
        {
            if (scores[i] >= bar && scores[i] <= Sure && scores[i - 1] < bar && scores[i + 1] < bar && kinds[i] == kinds[i - 1] && kinds[i] == kinds[i + 1])
            {
                agreed[i] = 0;
            }
        }

        return agreed;
    }
}
