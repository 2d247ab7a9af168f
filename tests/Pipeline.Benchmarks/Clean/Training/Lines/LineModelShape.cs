namespace Pipeline.Benchmarks.Clean.Training.Lines;

/// <summary>How large the model of lines is and how fast it learns.</summary>
/// <param name="FirstTrees">Trees of each set of the first look.</param>
/// <param name="SecondTrees">Trees of the second look.</param>
/// <param name="Depth">Questions of each tree.</param>
/// <param name="Rate">Share of each tree's answer that is taken.</param>
/// <param name="Doubt">Lines whose label differs by more than this from what the other sites teach are left out: mostly the gold errs.</param>
internal sealed record LineModelShape(int FirstTrees, int SecondTrees, int Depth, float Rate, float Doubt)
{
    public static LineModelShape Default { get; } = new(60, 90, 6, 0.15f, 0.9f);
}
