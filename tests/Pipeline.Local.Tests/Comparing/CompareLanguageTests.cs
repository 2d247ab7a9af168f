using System.Text.Json;
using Pipeline.Local.Commands;
using Pipeline.Local.Comparing;
using Pipeline.Local.LanguageService;

namespace Pipeline.Local.Tests.Comparing;

public sealed class CompareLanguageTests : IDisposable
{
    private const string Article = "Angela Merkel met officials in Berlin on Monday. The visit to Germany cost 3.5 million dollars, and the "
        + "officials from Paris said that trade between both countries grows. Merkel left Berlin on Tuesday after the talks about trade.";

    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    [Fact]
    public async Task RunAsync_Folder_BothProvidersSideBySideAndTheCost()
    {
        ArticleFile();
        _folder.Write("b.html", $"<html><title>Berlin</title><body><article><p>{Article}</p><p>{Article}</p></article></body></html>");
        _folder.Write("c.txt", "");
        var json = Path.Combine(_folder.Path, "report.out");

        Assert.Equal(0, await RunAsync(new CompareOptions { Inputs = [_folder.Path], UsdPerThousandTextRecords = 2, Json = json }));

        var report = JsonDocument.Parse(await File.ReadAllTextAsync(json)).RootElement;
        Assert.True(report.GetProperty("emulated").GetBoolean());
        Assert.Equal(["a.txt", "b.html"], report.GetProperty("articles").EnumerateArray().Select(article => article.GetProperty("name").GetString()!));
        var mentions = report.GetProperty("articles")[0].GetProperty("mentions").GetProperty("agreed").EnumerateArray();
        Assert.Contains(mentions, mention => mention.GetProperty("text").GetString() == "Berlin");

        // Two articles of at most 1,000 characters, two features, 2 USD a thousand.
        Assert.Equal((4, 0.008m), (report.GetProperty("textRecords").GetInt32(), report.GetProperty("usd").GetDecimal()));
        Assert.Contains("0.008 USD", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("skipped  c.txt", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_ServiceThatThrottlesFirst_Answers()
    {
        await using var server = await LanguageServiceServer.StartAsync(
            new LanguageServiceOptions { Key = "k", Fault = number => number <= 2 ? new ServiceFault(429, RetryAfterSeconds: 0) : null }, default);
        var file = ArticleFile();

        Assert.Equal(0, await RunAsync(new CompareOptions { Inputs = [file], Endpoint = server.Endpoint, Key = "k" }));

        Assert.Contains(server.Endpoint.Authority, _output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("emulated", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_WrongKey_SaysSo()
    {
        await using var server = await LanguageServiceServer.StartAsync(new LanguageServiceOptions { Key = "k" }, default);
        var file = ArticleFile();

        Assert.Equal(2, await RunAsync(new CompareOptions { Inputs = [file], Endpoint = server.Endpoint, Key = "other" }));

        Assert.Contains("401", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_NoSuchFile_SaysSo()
    {
        Assert.Equal(2, await RunAsync(new CompareOptions { Inputs = [Path.Combine(_folder.Path, "nothing.txt")] }));
        Assert.Contains("nothing.txt", _error.ToString(), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _folder.Dispose();
        _output.Dispose();
        _error.Dispose();
    }

    private string ArticleFile() => _folder.Write("a.txt", "Visit to Berlin\n\n" + Article);

    private Task<int> RunAsync(CompareOptions options) => CompareLanguageCommand.RunAsync(options, _output, _error, CancellationToken.None);
}
