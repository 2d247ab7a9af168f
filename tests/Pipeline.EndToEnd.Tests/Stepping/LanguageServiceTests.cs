using System.Text.Json.Nodes;
using Microsoft.Azure.Cosmos;
using Pipeline.Functions;
using Pipeline.Ingestion.Language;
using Pipeline.Ingestion.Operations;
using Pipeline.Ingestion.Storage;
using Pipeline.Local.LanguageService;
using Pipeline.Testing.Crashes;

namespace Pipeline.EndToEnd.Tests.Stepping;

/// <summary>The whole chain on the Azure provider, against the emulated service and its bad moments.</summary>
public sealed class LanguageServiceTests
{
    /// <summary>Short, since it goes through the chain again for each crash.</summary>
    private const string Ferry = "Ferry line reopens on Monday\n\nThe ferry between Lorn Bay and Tessa Island sails again on Monday after nine "
        + "months in dock. The harbour office in Lorn Bay sold 1,400 tickets within two hours, said its manager, Ida Norell.";

    [Fact]
    public async Task Article_ServiceThrottles_WaitsAsLongAsItAsksAndIsStored()
    {
        await using var server = await ServerAsync(new LanguageServiceOptions
        {
            Fault = number => number <= 2 ? new ServiceFault(429, RetryAfterSeconds: 90) : null,
        });
        await using var scene = await SceneAsync(server);
        await StepUntilSomethingWaitsAsync(scene);
        Assert.InRange(scene.NextMessage!.Value - scene.Now, TimeSpan.FromSeconds(90), TimeSpan.FromSeconds(91));

        await scene.Host.RunToEndAsync();

        Assert.Equal(("azure", 2), await EnrichedAsync(scene));
    }

    [Fact]
    public async Task Article_ServiceBrokenSlowAndDown_IsTriedAgainAndStored()
    {
        await using var server = await ServerAsync(new LanguageServiceOptions
        {
            Fault = number => number switch
            {
                1 or 2 => new ServiceFault(503),
                3 or 4 => new ServiceFault(Cut: true),
                5 or 6 => new ServiceFault(Delay: TimeSpan.FromSeconds(20)),
                _ => null,
            },
        });
        await using var scene = await SceneAsync(server, options => options.TimeoutSeconds = 1);

        await scene.Host.RunToEndAsync();

        Assert.Equal(("azure", 4), await EnrichedAsync(scene));
    }

    [Fact]
    public async Task Copies_SameText_TheSecondIsAnsweredByTheCacheAndSaysSo()
    {
        await using var server = await ServerAsync(new LanguageServiceOptions());
        await using var scene = await SceneAsync(server);
        await scene.Host.RunToEndAsync();
        var requests = server.Requests.Count;

        await scene.DropAsync("copy.txt", Samples.Seeds[0].Content);
        await scene.Host.RunToEndAsync();

        Assert.Equal(requests, server.Requests.Count);
        Assert.Equal([false, true], (await ProcessingAsync(scene)).Select(item => (bool)item["entityAnalyser"]!["cached"]!).Order());
        Assert.Equal([false, true], (await ProcessingAsync(scene)).Select(item => (bool)item["keyPhraseAnalyser"]!["cached"]!).Order());
    }

    [Fact]
    public async Task Articles_BudgetUsedUp_WaitForTheNextDayWithoutALossOrATry()
    {
        await using var server = await ServerAsync(new LanguageServiceOptions());
        await using var scene = await SceneAsync(server, options => options.DailyTextRecords = 25, articles: 5);
        await StepUntilSomethingWaitsAsync(scene);
        var today = await Outcome.DocumentsAsync(scene.Articles);
        Assert.InRange(today.Count, 1, 4);
        Assert.Equal(5 - today.Count, scene.Messages);
        Assert.True(scene.NextMessage >= new DateTimeOffset(2026, 1, 6, 0, 0, 0, TimeSpan.Zero));
        var requests = server.Requests.Count;

        // Those that wait are not taken for lost, though nobody has touched them for hours.
        scene.Wait(TimeSpan.FromHours(2));
        await scene.Host.RunTimerAsync(nameof(ResendLost));
        Assert.Equal(5 - today.Count, scene.Messages);

        await scene.Host.RunToEndAsync();

        Assert.Equal(5, (await Outcome.DocumentsAsync(scene.Articles)).Count);
        Assert.True(server.Requests.Count > requests);
        Assert.All(await ProcessingAsync(scene), processing => Assert.Equal(1, Attempts(processing)));
        Assert.DoesNotContain("quarantine", await Outcome.DescribeAsync(scene), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Release_BudgetRaised_TheyEndTheSameDay()
    {
        await using var server = await ServerAsync(new LanguageServiceOptions());
        var budget = 25;
        await using var scene = await SceneAsync(server, options => options.DailyTextRecords = budget, articles: 5);
        await StepUntilSomethingWaitsAsync(scene);
        var waiting = scene.Messages;
        budget = 1_000_000;
        await scene.Host.KillAsync();

        var results = await scene.Get<Releaser>().ReleaseAsync(CancellationToken.None).ToListAsync();

        Assert.Equal(waiting, results.Count);
        Assert.All(results, result => Assert.Equal((true, "Goes on at Enrich."), (result.Done, result.What)));
        while (await scene.Host.StepAsync())
        {
        }

        Assert.Equal(5, (await Outcome.DocumentsAsync(scene.Articles)).Count);
        Assert.Equal(waiting, scene.Messages);
        Assert.Empty(await scene.Get<Releaser>().ReleaseAsync(CancellationToken.None).ToListAsync());

        // Those that were hidden until the next day find nothing left to do.
        await scene.Host.RunToEndAsync();
        Assert.All(await ProcessingAsync(scene), processing => Assert.Equal(1, Attempts(processing)));
    }

    [Fact]
    public async Task Release_BudgetStillUsedUp_TheyWaitAgain()
    {
        await using var server = await ServerAsync(new LanguageServiceOptions());
        await using var scene = await SceneAsync(server, options => options.DailyTextRecords = 6, articles: 2);
        await StepUntilSomethingWaitsAsync(scene);

        Assert.Equal(2, (await scene.Get<Releaser>().ReleaseAsync(CancellationToken.None).ToListAsync()).Count(result => result.Done));

        await StepUntilSomethingWaitsAsync(scene);
        Assert.Empty(await Outcome.DocumentsAsync(scene.Articles));
        var waiting = await scene.Get<WorkStore>().ListAsync(CancellationToken.None).ToListAsync();
        Assert.Equal(2, waiting.Count(article => article.DeferredUntil > scene.Now));
        await scene.Host.RunToEndAsync();
        Assert.Equal(2, (await Outcome.DocumentsAsync(scene.Articles)).Count);
    }

    [Fact]
    public async Task Article_DeferredAndItsMessageLost_IsFoundAfterwards()
    {
        await using var server = await ServerAsync(new LanguageServiceOptions());
        await using var scene = await SceneAsync(server, options => options.DailyTextRecords = 12, articles: 2);
        await StepUntilSomethingWaitsAsync(scene);
        await scene.Queues.GetQueueClient("enrich").ClearMessagesAsync();
        scene.Wait(TimeSpan.FromHours(19));

        await scene.Host.RunTimerAsync(nameof(ResendLost));
        await scene.Host.RunToEndAsync();

        Assert.Equal(2, (await Outcome.DocumentsAsync(scene.Articles)).Count);
    }

    [Fact]
    public async Task Article_CrashBeforeOrAfterAnyEffect_StandsAsInACleanRun()
    {
        await using var server = await ServerAsync(new LanguageServiceOptions());

        await CrashWalk.AssertSameOutcomeAsync(async plan =>
        {
            await using var scene = await SceneAsync(server, options => options.DailyTextRecords = 1_000_000, articles: 0, plan);
            await scene.DropAsync("ferry.txt", BinaryData.FromString(Ferry));
            await scene.Host.RunToEndAsync();
            return await Outcome.DescribeAsync(scene);
        });
    }

    private static Task<LanguageServiceServer> ServerAsync(LanguageServiceOptions behaviour) =>
        LanguageServiceServer.StartAsync(behaviour, CancellationToken.None);

    private static async Task<PipelineScene> SceneAsync(
        LanguageServiceServer server, Action<LanguageOptions>? configure = null, int articles = 1, CrashPlan? plan = null)
    {
        var scene = await PipelineScene.CreateAsync(plan ?? CrashPlan.None(), language: options =>
        {
            (options.Entities, options.KeyPhrases) = (LanguageOptions.Azure, LanguageOptions.Azure);

            // The scene's clock stands still while a batch would wait for others.
            (options.Endpoint, options.Key, options.BatchWaitMilliseconds) = (server.Endpoint, "any", 0);
            configure?.Invoke(options);
        });
        foreach (var (name, content) in Samples.Seeds.Take(articles))
        {
            await scene.DropAsync(name, content);
        }

        return scene;
    }

    private static async Task StepUntilSomethingWaitsAsync(PipelineScene scene)
    {
        while (await scene.Host.StepAsync())
        {
        }

        Assert.NotNull(scene.NextMessage);
    }

    private static async Task<(string Provider, int Attempts)> EnrichedAsync(PipelineScene scene)
    {
        var processing = Assert.Single(await ProcessingAsync(scene));
        Assert.Empty((JsonArray)processing["warnings"]!);
        return ((string)processing["entityAnalyser"]!["provider"]!, Attempts(processing));
    }

    private static async Task<List<JsonNode>> ProcessingAsync(PipelineScene scene)
    {
        var found = new List<JsonNode>();
        using var items = scene.Articles.GetItemQueryIterator<Processed>("SELECT c.processing FROM c");
        while (items.HasMoreResults)
            found.AddRange((await items.ReadNextAsync()).Select(item => JsonNode.Parse(item.Processing.ToString())!));
        return found;
    }

    private static int Attempts(JsonNode processing) =>
        (int)processing["stages"]!.AsArray().Single(stage => (string)stage!["stage"]! == "enrich")!["attempts"]!;

    private sealed record Processed(Newtonsoft.Json.Linq.JObject Processing);
}
