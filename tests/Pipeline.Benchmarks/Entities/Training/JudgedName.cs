namespace Pipeline.Benchmarks.Entities.Training;

/// <summary>A name that a model found in text that it had not seen.</summary>
/// <param name="Type">Index into the tagger's types.</param>
/// <param name="Probability">The model's marginal.</param>
/// <param name="IsRight">Whether span and type are as annotated.</param>
internal readonly record struct JudgedName(int Type, double Probability, bool IsRight);
