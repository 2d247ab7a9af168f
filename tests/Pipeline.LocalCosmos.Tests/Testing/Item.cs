namespace Pipeline.LocalCosmos.Tests.Testing;

/// <summary>An item whose property names are those of its JSON.</summary>
#pragma warning disable IDE1006, CA1707
public sealed record Item(string id, string pk, int n = 0, string? text = null)
{
    public int? ttl { get; init; }

    public string? _etag { get; init; }
}
#pragma warning restore IDE1006, CA1707
