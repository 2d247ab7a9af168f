using System.ComponentModel;

namespace Pipeline.Ingestion.Documents;

public sealed record DocumentCounts(
    [property: Description("UTF-16 code units of the text.")] int Characters,
    int Words,
    int Paragraphs);
