using System.ComponentModel;

namespace Pipeline.Ingestion.Documents;

public sealed record DocumentRemoval(
    string Rule,
    [property: Description("Number of stretches that this rule took out.")] int Spans,
    [property: Description("Their length together, in UTF-16 code units of the received text.")] int Characters);
