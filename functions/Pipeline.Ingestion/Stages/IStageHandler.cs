namespace Pipeline.Ingestion.Stages;

/// <summary>
/// What one stage does to one article. A handler reads and writes no queue, no state and no quarantine: the
/// <see cref="StageRunner"/> alone does. It may be called again with the same state and must then have the same effect.
/// </summary>
public interface IStageHandler
{
    Stage Stage { get; }

    /// <summary>Version of this stage's code; raise it when its results change.</summary>
    string Version { get; }

    ValueTask<StageOutcome> HandleAsync(ArticleState state, CancellationToken cancellationToken);
}
