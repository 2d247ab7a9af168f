namespace Pipeline.Ingestion;

internal sealed class NullPipelineObserver : IPipelineObserver;
