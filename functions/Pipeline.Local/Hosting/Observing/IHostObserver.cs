namespace Pipeline.Local.Hosting.Observing;

/// <summary>Is told what the host does. Called from many threads at once; must be quick and must not throw.</summary>
internal interface IHostObserver
{
    void Started(FunctionRun run);

    void Succeeded(FunctionRun run, TimeSpan took);

    /// <summary>The run failed and will be tried again, unless <see cref="GivenUp"/> follows.</summary>
    void Failed(FunctionRun run, TimeSpan took, Exception error);

    /// <summary>The last attempt failed; what triggered it went to this queue.</summary>
    void GivenUp(FunctionRun run, string poisonQueue);
}
