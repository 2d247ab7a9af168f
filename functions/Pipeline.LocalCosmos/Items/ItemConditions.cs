using Pipeline.LocalCosmos.Protocol;

namespace Pipeline.LocalCosmos.Items;

/// <summary>The preconditions of a request: ETags, <c>*</c> or null.</summary>
internal readonly record struct ItemConditions(string? IfMatch, string? IfNoneMatch)
{
    public static ItemConditions From(CosmosRequest request) =>
        new(request.Header(CosmosHeaders.IfMatch), request.Header(CosmosHeaders.IfNoneMatch));

    public bool AllowsChangeOf(string etag) => IfMatch is null or "*" || string.Equals(IfMatch, etag, StringComparison.Ordinal);

    public bool IsUnchanged(string etag) => IfNoneMatch is not null
        && (IfNoneMatch == "*" || string.Equals(IfNoneMatch, etag, StringComparison.Ordinal));
}
