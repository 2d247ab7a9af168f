using System.ComponentModel;

namespace Pipeline.Ingestion.Documents;

public sealed record DocumentMention(
    [property: Description("UTF-16 code units from the start of the text.")] int Offset,
    [property: Description("UTF-16 code units.")] int Length);
