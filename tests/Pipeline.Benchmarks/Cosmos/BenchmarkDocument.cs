using System.Globalization;

namespace Pipeline.Benchmarks.Cosmos;

/// <summary>A document of about 2 KB with the shape of a stored article, smaller.</summary>
internal sealed record BenchmarkDocument
{
    private static readonly string Paragraph =
        string.Join(' ', Enumerable.Repeat("The quick brown fox jumps over the lazy dog.", 12));

    [Newtonsoft.Json.JsonProperty("id")]
    public required string ArticleId { get; init; }

    [Newtonsoft.Json.JsonProperty("hash")]
    public required string ContentHash { get; init; }

    [Newtonsoft.Json.JsonProperty("title")]
    public string? Title { get; init; }

    [Newtonsoft.Json.JsonProperty("language")]
    public string? Language { get; init; }

    [Newtonsoft.Json.JsonProperty("words")]
    public int Words { get; init; }

    [Newtonsoft.Json.JsonProperty("keyPhrases")]
    public IReadOnlyList<string>? KeyPhrases { get; init; }

    [Newtonsoft.Json.JsonProperty("text")]
    public IReadOnlyList<string>? Text { get; init; }

    public static string Id(int number) => "article-" + number.ToString("d8", CultureInfo.InvariantCulture);

    public static string Hash(int number) => "sha256-" + (number * 2654435761L).ToString("x16", CultureInfo.InvariantCulture);

    public static BenchmarkDocument Create(int number) => new()
    {
        ArticleId = Id(number),
        ContentHash = Hash(number),
        Title = $"Article number {number}",
        Language = number % 3 == 0 ? "es" : "en",
        Words = number % 900,
        KeyPhrases = ["quick brown fox", "lazy dog", $"phrase {number % 500}"],
        Text = [Paragraph, Paragraph, Paragraph],
    };
}
