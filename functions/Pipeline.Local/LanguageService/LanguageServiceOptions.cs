namespace Pipeline.Local.LanguageService;

/// <summary>How the emulated language service behaves.</summary>
internal sealed record LanguageServiceOptions
{
    /// <summary>The key that requests must carry; null to take any.</summary>
    public string? Key { get; init; }

    /// <summary>Port on the loopback address; 0 for a free one.</summary>
    public int Port { get; init; }

    /// <summary>Requests answered in any second, as a throttled resource does; null for no limit.</summary>
    public int? RequestsPerSecond { get; init; }

    /// <summary>What goes wrong with a request, by its number from 1 on; null for nothing.</summary>
    public Func<int, ServiceFault?>? Fault { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;
}
