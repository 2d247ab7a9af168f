namespace Pipeline.LocalCosmos;

/// <summary>How a <see cref="LocalCosmosAccount"/> behaves.</summary>
public sealed class LocalCosmosOptions
{
    /// <summary>Gives <c>_ts</c> and ends items by their time to live, to the second.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
