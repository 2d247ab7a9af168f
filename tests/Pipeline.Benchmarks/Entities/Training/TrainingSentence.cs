namespace Pipeline.Benchmarks.Entities.Training;

/// <summary>One sentence ready to learn from: a stretch of the feature store and its tags.</summary>
/// <param name="FirstToken">Into the store's token starts.</param>
/// <param name="Tags">Of each token.</param>
/// <param name="Weight">Factor on its gradient.</param>
/// <param name="IsPlainGold">Newswire annotated by people.</param>
/// <param name="Fold">The part of the jackknife that its document is in.</param>
internal sealed record TrainingSentence(int FirstToken, byte[] Tags, float Weight, bool IsPlainGold, int Fold);
