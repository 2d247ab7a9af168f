using Pipeline.Benchmarks.Reporting;
using Pipeline.Local.Azurite;

namespace Pipeline.Benchmarks.Cost;

/// <summary>What the pipeline costs and how far it scales: a calculation over measured operations, not a measurement.</summary>
internal static class CostBenchmark
{
    private static readonly double[] Rates = [10, 1000];

    /// <summary>The inputs that stand in the repository.</summary>
    public static FileInfo DefaultPrices => InRepository("prices.json");

    public static FileInfo DefaultMeasured => InRepository("measured.json");

    /// <param name="measured">Flat JSON with the properties of <see cref="MeasuredOperations"/>.</param>
    /// <param name="prices">JSON of <see cref="PriceList"/>.</param>
    /// <returns>The bill by component, what is needed at 10 and 1,000 articles a second, and what gives out first.</returns>
    public static FigureTable Run(FileInfo measured, FileInfo prices)
    {
        var list = PriceList.Read(prices);
        var operations = MeasuredOperations.Read(measured);
        var model = new CostModel(list, operations);
        var table = new FigureTable(
            $"Cost of a million articles, {list.Region}, prices of {list.AsOf:yyyy-MM-dd}, operations of {operations.MeasuredOn:yyyy-MM-dd}");
        foreach (var line in model.PerMillion(azureLanguage: true))
        {
            table.Add(line.Component, line.Usd, "USD", line.Basis);
        }

        table.Add("totalLocalAnalyser", model.PerMillion(azureLanguage: false).Sum(line => line.Usd), "USD", "entities and key phrases by the app itself");
        table.Add("totalAzureLanguage", model.PerMillion(azureLanguage: true).Sum(line => line.Usd), "USD", "entities and key phrases by Azure AI Language");
        foreach (var rate in Rates)
        {
            foreach (var part in model.Bottlenecks(azureLanguage: true))
            {
                table.Add($"{Key(part.Part)}At{rate:0}", part.NeededAt(rate), "", $"{part.Part}s at {rate:0} articles/s: {rate * part.UsePerArticle:0.##} {part.Unit}/s");
            }
        }

        foreach (var azureLanguage in (ReadOnlySpan<bool>)[false, true])
        {
            var first = model.First(azureLanguage);
            table.Add(
                azureLanguage ? "firstLimitAzureLanguage" : "firstLimitLocalAnalyser", first.ArticlesPerSecond, "articles/s",
                $"first limit: one {first.Part}; then {first.Remedy}");
        }

        return table;
    }

    private static string Key(string part)
    {
        var words = part.Split(' ');
        return words[0].ToLowerInvariant() + string.Concat(words.Skip(1).Select(word => char.ToUpperInvariant(word[0]) + word[1..])) + "s";
    }

    private static FileInfo InRepository(string name) =>
        new(Path.Combine(RepositoryRoot.Find(), "tests", "Pipeline.Benchmarks", "Cost", name));
}
