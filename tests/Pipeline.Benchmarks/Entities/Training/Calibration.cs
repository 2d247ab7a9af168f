using Pipeline.Articles.Entities.Tagging;

namespace Pipeline.Benchmarks.Entities.Training;

/// <summary>
/// Fits <see cref="NameConfidence"/>: for each type a line through the log odds (Platt, "Probabilistic Outputs for Support
/// Vector Machines", 1999), by Newton's method.
/// </summary>
internal static class Calibration
{
    private const int Rounds = 30;

    /// <summary>A weak pull to leaving the marginal as it is, for types with few names.</summary>
    private const double Pull = 5;

    public static NameConfidence Fit(IReadOnlyCollection<JudgedName> names)
    {
        var (slopes, offsets) = (new float[TagSet.Types.Length], new float[TagSet.Types.Length]);
        for (var type = 0; type < slopes.Length; type++)
            (slopes[type], offsets[type]) = Fit(names.Where(name => name.Type == type));
        return new NameConfidence(slopes, offsets);
    }

    private static (float Slope, float Offset) Fit(IEnumerable<JudgedName> names)
    {
        var points = names.Select(name => (X: NameConfidence.LogOdds(name.Probability), Y: name.IsRight ? 1.0 : 0)).ToList();
        var (slope, offset) = (1.0, 0.0);
        for (var round = 0; round < Rounds; round++)
        {
            var (gs, go, hss, hso, hoo) = (Pull * (slope - 1), Pull * offset, Pull, 0.0, Pull);
            foreach (var (x, y) in points)
            {
                var p = 1 / (1 + Math.Exp(-(slope * x) - offset));
                var curve = p * (1 - p);
                (gs, go) = (gs + ((p - y) * x), go + p - y);
                (hss, hso, hoo) = (hss + (curve * x * x), hso + (curve * x), hoo + curve);
            }
            var determinant = (hss * hoo) - (hso * hso);
            (slope, offset) = (slope - (((hoo * gs) - (hso * go)) / determinant), offset - (((hss * go) - (hso * gs)) / determinant));
        }
        return ((float)slope, (float)offset);
    }
}
