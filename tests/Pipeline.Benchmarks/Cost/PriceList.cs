using System.Text.Json;

namespace Pipeline.Benchmarks.Cost;

/// <summary>Prices, limits and assumptions of one day, read from one file: no figure of the calculation stands in code.</summary>
internal sealed record PriceList
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public required DateOnly AsOf { get; init; }

    public required string Region { get; init; }

    public required IReadOnlyDictionary<string, Price> Prices { get; init; }

    public required IReadOnlyDictionary<string, DatedValue> Limits { get; init; }

    public required IReadOnlyDictionary<string, DatedValue> Assumptions { get; init; }

    /// <exception cref="JsonException">The file is no list of prices.</exception>
    public static PriceList Read(FileInfo file)
    {
        using var stream = file.OpenRead();
        return JsonSerializer.Deserialize<PriceList>(stream, Web) ?? throw new JsonException($"{file} is empty.");
    }

    public double Limit(string name) => Limits[name].Value;

    public double Assumed(string name) => Assumptions[name].Value;
}
