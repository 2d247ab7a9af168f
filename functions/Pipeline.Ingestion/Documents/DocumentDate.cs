using System.ComponentModel;

namespace Pipeline.Ingestion.Documents;

public sealed record DocumentDate(
    [property: Description("ISO 8601: a day, a local time without zone, or an instant with its offset.")] string Value,
    [property: Description("The string as it stood in the source.")] string Raw);
