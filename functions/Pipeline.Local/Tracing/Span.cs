namespace Pipeline.Local.Tracing;

/// <summary>A span as a collector received it.</summary>
/// <param name="TraceId">32 hex digits.</param>
/// <param name="SpanId">16 hex digits.</param>
/// <param name="ParentId">16 hex digits; empty for a root.</param>
/// <param name="Source">Who wrote it: the name of its activity source.</param>
/// <param name="Name">What was done.</param>
/// <param name="Start">Nanoseconds since 1970.</param>
/// <param name="End">Nanoseconds since 1970.</param>
/// <param name="Attributes">Those with text or numbers.</param>
/// <param name="Failed">True when its status says so.</param>
internal sealed record Span(
    string TraceId,
    string SpanId,
    string ParentId,
    string Source,
    string Name,
    ulong Start,
    ulong End,
    IReadOnlyDictionary<string, string> Attributes,
    bool Failed);
