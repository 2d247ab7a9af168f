namespace Pipeline.Articles.Metadata.Dates;

/// <summary>A date found in a text.</summary>
/// <param name="Value">As exact as it is stated: "2025-10-11", "2025-10-11T00:14", "2025-10-11T00:14:00+02:00".</param>
/// <param name="Start">Place of its first character, a time that stands before it included.</param>
/// <param name="End">Place behind its last character, a time that follows included.</param>
internal readonly record struct WrittenDate(string Value, int Start, int End)
{
    public bool HasTime => Value.Length > 10;
}
