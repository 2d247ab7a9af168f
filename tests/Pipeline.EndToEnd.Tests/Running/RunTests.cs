using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using NJsonSchema;
using Pipeline.EndToEnd.Tests.Stepping;
using Pipeline.Ingestion.Documents;
using Pipeline.Ingestion.Language;
using Pipeline.Local.Commands;
using Pipeline.Local.LanguageService;
using Pipeline.Local.Running;
using Pipeline.Testing.Storage;

namespace Pipeline.EndToEnd.Tests.Running;

/// <summary>The main command as a user runs it, on a real Azurite and a database file.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class RunTests(AzuriteFixture azurite) : IDisposable
{
    private static readonly string[] Titles =
    [
        "Kim Jong-un hails North Korean troops fighting against Ukraine at ceremony for returned soldiers",
        "Kim Jong-un may not have expected that sending troops to Ukraine would bring so many surprises to North Korea",
        "North Korea's Military Involvement in Ukraine: A Strategic Gamble for Both Kim Jong-un and Vladimir Putin",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-run-").FullName;

    [AzuriteFact]
    public async Task Run_SeedsOnce_StoresFiveDocumentsThatKeepToTheSchema()
    {
        Assert.Equal(0, await RunAsync(Options()));

        var schema = await JsonSchema.FromJsonAsync(ArticleSchema.Create());
        var lines = await File.ReadAllLinesAsync(Output);
        Assert.Equal(5, lines.Length);
        Assert.All(lines, line => Assert.Empty(schema.Validate(line)));

        var documents = lines.Select(Parse).ToList();
        Assert.All(documents, document => Assert.Equal("none", document.GetProperty("duplicate").GetProperty("kind").GetString()));
        Assert.All(documents, AssertMentionsStandInText);
        var titles = documents.Select(document => document.GetProperty("title").GetString()).ToList();
        Assert.All(Titles, title => Assert.Contains(title, titles));
        Assert.Equal(2, documents.Count(document => document.GetProperty("sources").GetProperty("title").GetString() == "text"));
    }

    [AzuriteFact]
    public async Task Run_Again_ProcessesNothingTwiceAndStillGivesTheDocuments()
    {
        var options = Options();
        await RunAsync(options);
        var first = (await File.ReadAllLinesAsync(Output)).Order(StringComparer.Ordinal);

        Assert.Equal(0, await RunAsync(options));

        var second = (await File.ReadAllLinesAsync(Output)).Order(StringComparer.Ordinal);
        Assert.Equal(first.Select(ProcessedAt), second.Select(ProcessedAt));
    }

    [AzuriteFact]
    public async Task Run_SomethingQuarantined_ExitsWithOne()
    {
        var bad = Path.Combine(_folder, "empty.txt");
        await File.WriteAllTextAsync(bad, "");

        Assert.Equal(1, await RunAsync(Options() with { Inputs = [bad] }));
    }

    [AzuriteFact]
    public async Task Run_CancelledInTheMiddle_TheNextRunFinishes()
    {
        var options = Options();
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(1.5));
        await RunCommand.RunAsync(options, soon.Token);

        Assert.Equal(0, await RunAsync(options));

        Assert.Equal(5, (await File.ReadAllLinesAsync(Output)).Select(line => Parse(line).GetProperty("id").GetString()).Distinct().Count());
    }

    [AzuriteFact]
    public async Task Run_LanguageAzureEmulated_StoresAllThroughThrottlingAndBadMoments()
    {
        var options = Options() with
        {
            Language = new LanguageChoice
            {
                Entities = LanguageChoice.AzureEmulated,
                KeyPhrases = LanguageChoice.AzureEmulated,
                Emulated = new LanguageServiceOptions
                {
                    Key = "secret",
                    Fault = number => number switch
                    {
                        1 => new ServiceFault(429, RetryAfterSeconds: 1),
                        2 => new ServiceFault(503),
                        3 => new ServiceFault(Cut: true),
                        4 => new ServiceFault(Delay: TimeSpan.FromSeconds(1)),
                        _ => null,
                    },
                },
            },
        };

        Assert.Equal(0, await RunAsync(options));

        var lines = (await File.ReadAllLinesAsync(Output)).Select(Parse).ToList();
        Assert.Equal(5, lines.Count);
        foreach (var analyser in (string[])["entityAnalyser", "keyPhraseAnalyser"])
            Assert.All(lines, line => Assert.Equal("azure", line.GetProperty("processing").GetProperty(analyser).GetProperty("provider").GetString()));
        Assert.All(lines, AssertMentionsStandInText);
    }

    [AzuriteFact]
    public async Task Run_LanguageBudgetUsedUp_ExitsWithOneAndTheNextRunDoesNotWaitEither()
    {
        var options = Options() with
        {
            Language = new LanguageChoice { Entities = LanguageChoice.AzureEmulated, Configure = language => language.DailyTextRecords = 12 },
        };

        Assert.Equal(1, await RunAsync(options));
        var stored = (await File.ReadAllLinesAsync(Output)).Length;
        Assert.InRange(stored, 1, 4);

        Assert.Equal(1, await RunAsync(options));
        Assert.Equal(stored, (await File.ReadAllLinesAsync(Output)).Length);

        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var port = FreePort();
        var run = RunCommand.RunAsync(options with { Once = false, Port = port }, stop.Token);
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/") };
        while (await DeferredAsync(http) is null or 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), stop.Token);
        }

        Assert.Equal(5 - stored, await DeferredAsync(http));
        var budget = Parse(await http.GetStringAsync("api/budget"));
        Assert.Equal(12, budget.GetProperty("limit").GetInt32());
        Assert.InRange(budget.GetProperty("textRecords").GetInt32(), 1, 12);
        using var released = await http.PostAsync(new Uri("api/budget/release", UriKind.Relative), null, stop.Token);
        Assert.Equal(5 - stored, Parse(await released.Content.ReadAsStringAsync(stop.Token)).GetArrayLength());
        await stop.CancelAsync();
        Assert.Equal(0, await run);
    }

    [AzuriteFact]
    public async Task Run_LanguageThatCannotBe_ExitsWithTwoAndSaysWhy()
    {
        var emulatedAndReal = new LanguageChoice { Entities = LanguageChoice.AzureEmulated, KeyPhrases = LanguageOptions.Azure };
        Assert.Contains("one language service", await RefusedAsync(emulatedAndReal), StringComparison.Ordinal);

        var without = new LanguageChoice { Entities = LanguageOptions.Azure };
        Assert.Contains("Endpoint is missing", await RefusedAsync(without), StringComparison.Ordinal);
    }

    [AzuriteFact]
    public async Task Run_WithPort_ServesItsStatusWhileItWatchesAndStopsWhenAsked()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var port = FreePort();
        var run = RunCommand.RunAsync(Options() with { Once = false, Port = port }, stop.Token);

        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/") };
        while (!await IsStoredAsync(http))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), stop.Token);
        }

        Assert.Equal(0, Parse(await http.GetStringAsync("api/status")).GetProperty("quarantine").GetProperty("articles").GetInt32());
        Assert.Equal("[]", await http.GetStringAsync("api/quarantine"));
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("api/articles/nobody")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("api/health/ready")).StatusCode);

        await stop.CancelAsync();
        Assert.Equal(0, await run);
    }

    [Fact]
    public async Task Run_InputThatIsNotThere_ExitsWithTwo() =>
        Assert.Equal(2, await RunAsync(new RunOptions
        {
            Inputs = [Path.Combine(_folder, "nothing.txt")],
            Data = _folder,
            Drop = _folder,
            Once = true,
        }));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Output => Path.Combine(_folder, "out.jsonl");

    private static Task<int> RunAsync(RunOptions options) => RunCommand.RunAsync(options, CancellationToken.None);

    private async Task<string> RefusedAsync(LanguageChoice choice)
    {
        using var error = new StringWriter();
        var before = Console.Error;
        Console.SetError(error);
        try
        {
            Assert.Equal(2, await RunAsync(Options() with { Language = choice }));
        }
        finally
        {
            Console.SetError(before);
        }

        return error.ToString();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, port: 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<bool> IsStoredAsync(HttpClient http)
    {
        try
        {
            // The id is made from container and name, so it is the same on every machine.
            return (await http.GetAsync("api/articles/e7f62fffa8ad5bc332a95f4a35f39c26")).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            // Not listening yet.
            return false;
        }
    }

    private static async Task<int?> DeferredAsync(HttpClient http)
    {
        try
        {
            return Parse(await http.GetStringAsync("api/status")).GetProperty("inFlight").GetProperty("deferred").GetInt32();
        }
        catch (HttpRequestException)
        {
            // Not listening yet.
            return null;
        }
    }

    private static JsonElement Parse(string line) => JsonDocument.Parse(line).RootElement;

    private static string ProcessedAt(string line) =>
        Parse(line).GetProperty("processing").GetProperty("stages")[0].GetProperty("startedAt").GetString()!;

    private static void AssertMentionsStandInText(JsonElement document)
    {
        var text = document.GetProperty("text").GetString()!;
        foreach (var entity in document.GetProperty("entities").EnumerateArray())
        {
            foreach (var mention in entity.GetProperty("mentions").EnumerateArray())
            {
                var words = text.Substring(mention.GetProperty("offset").GetInt32(), mention.GetProperty("length").GetInt32());
                Assert.False(string.IsNullOrWhiteSpace(words));
                Assert.Equal(words.Trim(), words);
            }
        }
    }

    private RunOptions Options() => new()
    {
        Inputs = [Samples.SeedFolder],
        Once = true,
        Data = _folder,
        Drop = Path.Combine(_folder, "drop"),
        Output = Output,
        Storage = azurite.NewAccount(),
    };
}
