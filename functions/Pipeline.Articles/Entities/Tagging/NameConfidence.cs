namespace Pipeline.Articles.Entities.Tagging;

/// <summary>
/// From a name's marginal to how often such a name is right: a line through the log odds for each type, fitted on text
/// that the model had not seen.
/// </summary>
/// <param name="slopes">Of each of <see cref="TagSet.Types"/>.</param>
/// <param name="offsets">Of each of <see cref="TagSet.Types"/>.</param>
internal sealed class NameConfidence(float[] slopes, float[] offsets)
{
    private const double Edge = 1e-4;

    public ReadOnlySpan<float> Slopes => slopes;

    public ReadOnlySpan<float> Offsets => offsets;

    public double Of(int type, double marginal) => 1 / (1 + Math.Exp(-(slopes[type] * LogOdds(marginal)) - offsets[type]));

    /// <summary>Finite for all marginals, those a little outside of 0 to 1 by rounding included.</summary>
    public static double LogOdds(double probability)
    {
        var p = Math.Clamp(probability, Edge, 1 - Edge);
        return Math.Log(p / (1 - p));
    }
}
