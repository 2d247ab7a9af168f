namespace Pipeline.Benchmarks.Entities;

/// <summary>
/// Expected calibration error (Naeini, Cooper, Hauskrecht 2015): over ten equal ranges of confidence, how far the share of
/// right ones lies from the mean confidence, weighted by how many there are. 0 is perfect.
/// </summary>
internal static class CalibrationError
{
    private const int Ranges = 10;

    public static double Of(IEnumerable<(double Confidence, bool IsRight)> judged)
    {
        var (counts, sums, rights) = (new int[Ranges], new double[Ranges], new int[Ranges]);
        foreach (var (confidence, isRight) in judged)
        {
            var range = Math.Clamp((int)(confidence * Ranges), 0, Ranges - 1);
            counts[range]++;
            sums[range] += confidence;
            rights[range] += isRight ? 1 : 0;
        }
        return Enumerable.Range(0, Ranges).Sum(range => Math.Abs(sums[range] - rights[range])) / Math.Max(1, counts.Sum());
    }
}
