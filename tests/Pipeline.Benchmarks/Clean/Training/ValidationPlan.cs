namespace Pipeline.Benchmarks.Clean.Training;

/// <summary>How a model is measured on sites that it has not seen.</summary>
/// <param name="Folds">Each is judged by a model of the others; more folds come nearer to the model of all pages.</param>
/// <param name="Repeats">How often the folds are drawn anew; figures are means, since one drawing moves them by 0.002 and more.</param>
/// <param name="Share">Part of the other folds' sites that teaches, from 0 to 1: the learning curve.</param>
internal sealed record ValidationPlan(int Folds, int Repeats, double Share)
{
    public static ValidationPlan Default { get; } = new(4, 1, 1);
}
