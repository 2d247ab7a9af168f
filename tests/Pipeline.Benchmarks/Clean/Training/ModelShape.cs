namespace Pipeline.Benchmarks.Clean.Training;

/// <summary>How large a block model is and how fast it learns.</summary>
/// <param name="FirstTrees">Trees of the first look.</param>
/// <param name="SecondTrees">Trees of the second look.</param>
/// <param name="Depth">Questions of each tree.</param>
/// <param name="Rate">Share of each tree's answer that is taken.</param>
internal sealed record ModelShape(int FirstTrees, int SecondTrees, int Depth, float Rate)
{
    public static ModelShape Html { get; } = new(600, 300, 6, 0.05f);
}
