using System.Globalization;
using Pipeline.Benchmarks.Cost;

namespace Pipeline.Functions.Tests.Infra.Cost;

public sealed class CostModelTests
{
    private static readonly MeasuredOperations Operations = new()
    {
        MeasuredOn = new DateOnly(2026, 1, 2),
        Command = "test",
        BlobWritesPerArticle = 5,
        BlobReadsPerArticle = 6,
        BlobDeletesPerArticle = 1,
        QueueOperationsPerArticle = 8,
        CosmosRequestsPerArticle = 4,
        RuPerArticle = 100,
        CpuMsPerArticle = 10,
        ExecutionsPerArticle = 5,
        CharactersPerArticle = 5000,
        BlobBytesPerArticle = 10_000,
        CosmosBytesPerArticle = 20_000,
    };

    private static readonly PriceList Prices = PriceList.Read(InBenchmarks("prices.json"));

    private readonly CostModel _model = new(Prices, Operations);

    [Theory]
    [InlineData("functionExecutions", 5 * 0.40)]
    [InlineData("functionTime", 0.010 * 2 / 0.5 * 2 * 26)]
    [InlineData("blobWrites", 5 * 5.0)]
    [InlineData("blobReads", (6 + 1) * 0.4)]
    [InlineData("queueOperations", (8 + 3) * 0.4)]
    [InlineData("blobCapacity", 10 * 0.018)]
    [InlineData("eventGrid", 2 * 0.60)]
    [InlineData("cosmosRequests", 100 * 0.25)]
    [InlineData("cosmosCapacity", 20 * 0.25)]
    [InlineData("telemetry", (5 + 24 + 4) * 0.1 * 2.30)]
    [InlineData("azureLanguage", 10_000)]
    public void PerMillion_Component_IsOperationsTimesPrice(string component, double usd)
    {
        var line = _model.PerMillion(azureLanguage: true).Single(line => line.Component == component);

        Assert.Equal(usd, line.Usd, precision: 6);
    }

    [Fact]
    public void PerMillion_LocalAnalyser_PaysNoLanguageService() =>
        Assert.DoesNotContain(_model.PerMillion(azureLanguage: false), line => line.Component == "azureLanguage");

    [Theory]
    [InlineData(1000, 2)]
    [InlineData(1001, 4)]
    public void PerMillion_TextOverARecord_PaysTheNextOne(double characters, double recordsPaid)
    {
        var model = new CostModel(Prices, Operations with { CharactersPerArticle = characters });

        Assert.Equal(recordsPaid * 1000, model.PerMillion(azureLanguage: true)[^1].Usd, precision: 6);
    }

    [Fact]
    public void Bottlenecks_OfEachPart_AreLimitOverUse()
    {
        var parts = _model.Bottlenecks(azureLanguage: true).ToDictionary(part => part.Part);

        Assert.Equal(20_000 / 24.0, parts["storage account"].ArticlesPerSecond, precision: 6);
        Assert.Equal(100, parts["Cosmos DB partition"].ArticlesPerSecond, precision: 6);
        Assert.Equal(1000 / 60.0 / 0.2, parts["language resource"].ArticlesPerSecond, precision: 6);
        Assert.Equal(10, parts["Cosmos DB partition"].NeededAt(1000));
        Assert.Equal(12, parts["language resource"].NeededAt(1000));
    }

    [Fact]
    public void First_OfAllParts_IsTheOneThatGivesOutFirst()
    {
        Assert.Equal("language resource", _model.First(azureLanguage: true).Part);
        Assert.Equal("Cosmos DB partition", _model.First(azureLanguage: false).Part);
    }

    [Fact]
    public void Read_FilesInTheRepository_HoldWhatTheModelAsks()
    {
        var model = new CostModel(Prices, MeasuredOperations.Read(InBenchmarks("measured.json")));

        Assert.All(model.PerMillion(azureLanguage: true), line => Assert.True(line.Usd > 0, line.Component));
        Assert.All(model.Bottlenecks(azureLanguage: true), part => Assert.True(part.ArticlesPerSecond > 0, part.Part));
        Assert.All(Prices.Prices.Values, price => Assert.NotEmpty(price.Source));
    }

    [Fact]
    public void Documentation_Table_HoldsWhatTheCommandCalculates()
    {
        var model = new CostModel(Prices, MeasuredOperations.Read(InBenchmarks("measured.json")));
        var rows = File.ReadAllLines(Path.Combine(InfraFolder.Root.FullName, "infra", "costs.md"));

        foreach (var line in model.PerMillion(azureLanguage: true))
        {
            var usd = line.Usd.ToString("N2", CultureInfo.InvariantCulture);
            Assert.Contains(rows, row => row.Contains($"| {usd} |", StringComparison.Ordinal));
        }

        var (local, azure) = (Total(model, azureLanguage: false), Total(model, azureLanguage: true));
        Assert.Contains($"| **Total** | **{local}** | **{azure}** | |", rows);
    }

    private static string Total(CostModel model, bool azureLanguage) =>
        model.PerMillion(azureLanguage).Sum(line => line.Usd).ToString("N2", CultureInfo.InvariantCulture);

    private static FileInfo InBenchmarks(string name) =>
        new(Path.Combine(InfraFolder.Root.FullName, "tests", "Pipeline.Benchmarks", "Cost", name));
}
