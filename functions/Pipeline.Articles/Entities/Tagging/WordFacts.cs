namespace Pipeline.Articles.Entities.Tagging;

/// <summary>What lists and letters tell of one token.</summary>
[Flags]
internal enum WordFacts : ushort
{
    None = 0,
    Capital = 1,
    AllCapitals = 2,
    Town = 4,
    InTown = 8,
    GivenName = 16,
    Country = 32,
    People = 64,
    Title = 128,
    Organisation = 256,
    Place = 512,
    Speaking = 1024,
    Locating = 2048,
    TimeWord = 4096,
    Opens = 8192,
    Glued = 16384,
}
