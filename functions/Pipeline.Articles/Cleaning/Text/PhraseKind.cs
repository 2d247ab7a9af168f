namespace Pipeline.Articles.Cleaning.Text;

/// <summary>What kinds of furniture a line's words point at.</summary>
[Flags]
internal enum PhraseKind : uint
{
    None = 0,
    Share = 1,
    Subscribe = 2,
    Related = 4,
    Comment = 8,
    Copyright = 16,
    Consent = 32,
    Advertisement = 64,
    Account = 128,
    ImageCredit = 256,
    Byline = 512,
    Updated = 1024,
    Interface = 2048,
    Follow = 4096,
    Source = 8192,
    Appeal = 16384,
    Views = 32768,
    Biography = 65536,
}
