namespace Pipeline.LocalCosmos.Faults;

/// <summary>When a fault strikes.</summary>
public enum FaultPlace
{
    /// <summary>The request is not served at all.</summary>
    BeforeServing,

    /// <summary>The request is served, and committed if it writes, but its answer never arrives.</summary>
    AfterServing,
}
