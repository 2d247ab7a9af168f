namespace Pipeline.Local.Comparing;

/// <summary>What two providers found in one article, side by side.</summary>
/// <param name="Agreed">Found by both.</param>
/// <param name="Differing">Found by both in the same place, but not the same.</param>
/// <param name="OnlyLocal">Found by the local analyser alone.</param>
/// <param name="OnlyAzure">Found by the service alone.</param>
internal sealed record Difference<T>(
    IReadOnlyList<T> Agreed, IReadOnlyList<Pair<T>> Differing, IReadOnlyList<T> OnlyLocal, IReadOnlyList<T> OnlyAzure);

/// <summary>Two findings about the same words.</summary>
internal sealed record Pair<T>(T Local, T Azure);
