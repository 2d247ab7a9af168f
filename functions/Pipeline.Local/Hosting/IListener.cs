namespace Pipeline.Local.Hosting;

/// <summary>Runs one function whenever its trigger says so.</summary>
internal interface IListener
{
    /// <summary>Runs of its function at this moment.</summary>
    int Running { get; }

    /// <summary>Listens until <paramref name="stop"/>. Never fails: what cannot be reached is tried again.</summary>
    /// <param name="stop">Start no more runs, and return.</param>
    /// <param name="abort">Handed to the runs: they shall end.</param>
    Task ListenAsync(CancellationToken stop, CancellationToken abort);

    /// <summary>Completes when no run is left and what they did is noted.</summary>
    Task DrainAsync(CancellationToken cancellationToken);
}
