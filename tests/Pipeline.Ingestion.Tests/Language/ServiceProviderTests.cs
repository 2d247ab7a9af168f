using Azure;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Ingestion.Language;
using Pipeline.Ingestion.Language.Budget;
using Pipeline.Ingestion.Language.Caching;
using Pipeline.Local.LanguageService;

namespace Pipeline.Ingestion.Tests.Language;

public sealed class ServiceProviderTests
{
    private const string Text = "Angela Merkel met officials in Berlin on Monday. The visit to Germany cost $3.5 million.";

    [Fact]
    public async Task AnalyseAsync_Service_SameAsTheAnalyserBehindIt()
    {
        await using var service = await ServiceAsync(new LanguageServiceOptions { Key = "secret" });
        var fromService = await service.AskAsync(Text);
        await using var local = new ServiceCollection().AddLanguageAnalysis().BuildServiceProvider();
        var fromLocal = await local.GetRequiredService<ILanguageAnalyser>().AnalyseAsync(new AnalysisRequest("", Text, "en"), default);
        Assert.Equal(fromLocal.Entities.Select(e => (e.Name, e.Category)), fromService.Entities.Select(e => (e.Name, e.Category)));
        Assert.Equal(fromLocal.KeyPhrases, fromService.KeyPhrases);
        Assert.Equal(("azure", "full", false), (fromService.EntityAnalyser.Provider, fromService.EntityAnalyser.Coverage, fromService.EntityAnalyser.Cached));
    }

    [Fact]
    public async Task AnalyseAsync_LongArticle_OffsetsHoldAcrossPieces()
    {
        var text = string.Join("\n\n", Enumerable.Range(0, 300).Select(i => $"On Monday Angela Merkel \U0001F600 spoke in Berlin for the {i + 1} time."));
        await using var service = await ServiceAsync(new LanguageServiceOptions());
        var analysis = await service.AskAsync(text);
        var berlin = analysis.Entities.Single(entity => entity.Name == "Berlin");
        Assert.Equal(300, berlin.Mentions.Count);
        Assert.All(berlin.Mentions, mention => Assert.Equal("Berlin", text.Substring(mention.Offset, mention.Length)));
    }

    [Fact]
    public async Task AnalyseAsync_ArticlesAtTheSameTime_ShareRequests()
    {
        await using var service = await ServiceAsync(new LanguageServiceOptions(), options => options.BatchWaitMilliseconds = 2_000);
        var asked = Enumerable.Range(0, 10).Select(i => service.AskAsync($"Article {i}. {Text}"));
        await Task.WhenAll(asked);

        // Five documents a request for entities, ten for key phrases.
        Assert.Equal(3, service.Requests);
    }

    [Fact]
    public async Task AnalyseAsync_UnsupportedLanguage_Warning()
    {
        await using var service = await ServiceAsync(new LanguageServiceOptions());
        var analysis = await service.AskAsync("UHulumeni usho njalo ngoMsombuluko.", "zu");
        Assert.Contains(analysis.Warnings, warning => warning.Contains("UnsupportedLanguageCode", StringComparison.Ordinal));
        Assert.Equal("none", analysis.EntityAnalyser.Coverage);
    }

    [Fact]
    public async Task AnalyseAsync_EmptyText_NoRequest()
    {
        await using var service = await ServiceAsync(new LanguageServiceOptions());
        var analysis = await service.AskAsync(" ");
        Assert.Empty(analysis.Entities);
        Assert.Equal(0, service.Requests);
    }

    [Fact]
    public async Task AnalyseAsync_Throttled_RequestFailedWithRetryAfter()
    {
        await using var service = await ServiceAsync(new LanguageServiceOptions { Fault = _ => new ServiceFault(429, RetryAfterSeconds: 17) });
        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => service.AskAsync(Text));
        Assert.Equal(429, failure.Status);
        Assert.True(failure.GetRawResponse()!.Headers.TryGetValue("Retry-After", out var seconds));
        Assert.Equal("17", seconds);
    }

    [Fact]
    public async Task AnalyseAsync_BrokenAnswer_RequestFailed()
    {
        await using var service = await ServiceAsync(new LanguageServiceOptions { Fault = _ => new ServiceFault(Cut: true) });
        await Assert.ThrowsAsync<RequestFailedException>(() => service.AskAsync(Text));
    }

    [Fact]
    public async Task AnalyseAsync_SlowAnswer_RequestFailed()
    {
        await using var service = await ServiceAsync(
            new LanguageServiceOptions { Fault = _ => new ServiceFault(Delay: TimeSpan.FromSeconds(20)) }, options => options.TimeoutSeconds = 1);
        await Assert.ThrowsAsync<RequestFailedException>(() => service.AskAsync(Text));
    }

    [Fact]
    public async Task AnalyseAsync_WrongKey_RequestFailed()
    {
        await using var service = await ServiceAsync(new LanguageServiceOptions { Key = "other" });
        Assert.Equal(401, (await Assert.ThrowsAsync<RequestFailedException>(() => service.AskAsync(Text))).Status);
    }

    [Fact]
    public async Task AnalyseAsync_RequestRefusedAsAWhole_EachArticleAlone()
    {
        await using var service = await ServiceAsync(
            new LanguageServiceOptions { Fault = number => number == 1 ? new ServiceFault(400) : null },
            options => (options.BatchWaitMilliseconds, options.KeyPhrases) = (1_000, LanguageOptions.Local));
        var analyses = await Task.WhenAll(service.AskAsync(Text), service.AskAsync("Paris. " + Text));
        Assert.All(analyses, analysis => Assert.NotEmpty(analysis.Entities));
        Assert.Equal(3, service.Requests);
    }

    [Fact]
    public async Task AnalyseAsync_OneArticleRefused_Warning()
    {
        await using var service = await ServiceAsync(new LanguageServiceOptions { Fault = _ => new ServiceFault(400) });
        var analysis = await service.AskAsync(Text);
        Assert.Contains(analysis.Warnings, warning => warning.Contains("refused", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnalyseAsync_SameTextAgain_FromTheCache()
    {
        await using var service = await ServiceAsync(new LanguageServiceOptions(), options => options.CacheDays = 30);
        var first = await service.AskAsync(Text);
        var second = await service.AskAsync(Text);
        Assert.True(second.EntityAnalyser.Cached && second.KeyPhraseAnalyser.Cached);
        Assert.Equal(2, service.Requests);
        Assert.Equal(first.Entities.Select(entity => entity.Name), second.Entities.Select(entity => entity.Name));
        Assert.Equal(first.KeyPhrases, second.KeyPhrases);
        await service.AskAsync("Other words. " + Text);
        Assert.Equal(4, service.Requests);
    }

    [Fact]
    public async Task AnalyseAsync_OtherModelOrLanguage_NotFromTheCache()
    {
        var model = "2023-09-01";
        var cache = new SharedCache();
        foreach (var language in (string[])["en", "de"])
        {
            await using var service = await ServiceAsync(
                new LanguageServiceOptions(), options => (options.CacheDays, options.ModelVersion, options.KeyPhrases) = (30, model, "local"), cache);
            Assert.False((await service.AskAsync(Text, language)).EntityAnalyser.Cached);
            Assert.True((await service.AskAsync(Text, language)).EntityAnalyser.Cached);
        }
        model = "2025-01-01";
        await using var later = await ServiceAsync(
            new LanguageServiceOptions(), options => (options.CacheDays, options.ModelVersion, options.KeyPhrases) = (30, model, "local"), cache);
        Assert.False((await later.AskAsync(Text)).EntityAnalyser.Cached);
    }

    [Fact]
    public async Task AnalyseAsync_BudgetUsedUp_ThrowsBeforeAnyRequest()
    {
        await using var service = await ServiceAsync(new LanguageServiceOptions(), options => options.DailyTextRecords = 2);
        await service.AskAsync(Text);
        await Assert.ThrowsAsync<BudgetUsedUpException>(() => service.AskAsync("Another. " + Text));
        Assert.Equal(2, service.Requests);
        Assert.True((await service.Service<ILanguageBudget>().ReadAsync(default))!.UsedUp);
    }

    [Fact]
    public async Task AnalyseAsync_BudgetUsedUp_TheCacheStillAnswers()
    {
        await using var service = await ServiceAsync(
            new LanguageServiceOptions(), options => (options.DailyTextRecords, options.CacheDays) = (2, 30));
        await service.AskAsync(Text);
        Assert.True((await service.AskAsync(Text)).EntityAnalyser.Cached);
    }

    [Fact]
    public async Task AnalyseAsync_BudgetUsedUpAndLocalAllowed_LocalWithAWarningAndNotCached()
    {
        await using var service = await ServiceAsync(new LanguageServiceOptions(), options =>
            (options.DailyTextRecords, options.WhenBudgetIsUsedUp, options.CacheDays) = (2, LanguageOptions.Local, 30));
        await service.AskAsync(Text);
        for (var time = 0; time < 2; time++)
        {
            var analysis = await service.AskAsync("Another. " + Text);
            Assert.Equal(("local", "local", false), (analysis.EntityAnalyser.Provider, analysis.KeyPhraseAnalyser.Provider, analysis.EntityAnalyser.Cached));
            Assert.Contains(analysis.Warnings, warning => warning.Contains("budget", StringComparison.Ordinal));
            Assert.NotEmpty(analysis.Entities);
        }
        Assert.Equal(2, service.Requests);
    }

    [Fact]
    public async Task AnalyseAsync_ServiceOutOfReach_CostsNoneOfTheBudget()
    {
        await using var service = await ServiceAsync(
            new LanguageServiceOptions(), options => (options.DailyTextRecords, options.Endpoint) = (2, new Uri("http://127.0.0.1:9/")));
        for (var tries = 0; tries < 3; tries++)
            Assert.Equal(0, (await Assert.ThrowsAsync<RequestFailedException>(() => service.AskAsync(Text))).Status);
    }

    [Fact]
    public async Task AnalyseAsync_AnswerThatNeverCame_CountsAsSpent()
    {
        await using var service = await ServiceAsync(
            new LanguageServiceOptions { Fault = _ => new ServiceFault(Delay: TimeSpan.FromSeconds(20)) },
            options => (options.DailyTextRecords, options.TimeoutSeconds) = (2, 1));
        await Assert.ThrowsAsync<RequestFailedException>(() => service.AskAsync(Text));
        await Assert.ThrowsAsync<BudgetUsedUpException>(() => service.AskAsync(Text));
    }

    [Fact]
    public async Task ReadBudget_LocalProviders_None()
    {
        await using var service = await ServiceAsync(new LanguageServiceOptions(), options =>
            (options.Entities, options.KeyPhrases, options.DailyTextRecords) = ("local", "local", 10));
        Assert.Null(await service.Service<ILanguageBudget>().ReadAsync(default));
    }

    [Fact]
    public async Task AnalyseAsync_CacheOutOfOrder_ServiceIsAsked()
    {
        await using var service = await ServiceAsync(new LanguageServiceOptions(), options => options.CacheDays = 30, new FailingCache());
        Assert.NotEmpty((await service.AskAsync(Text)).Entities);
    }

    private static Task<AskedService> ServiceAsync(
        LanguageServiceOptions behaviour, Action<LanguageOptions>? configure = null, IAnalysisCache? cache = null) =>
        AskedService.StartAsync(behaviour, configure, cache);

    private sealed class FailingCache : IAnalysisCache
    {
        public ValueTask<BinaryData?> GetAsync(string key, CancellationToken cancellationToken) => throw new RequestFailedException(503, "down");

        public ValueTask SetAsync(string key, BinaryData value, CancellationToken cancellationToken) => throw new RequestFailedException(503, "down");
    }

    /// <summary>A cache that outlives the services.</summary>
    private sealed class SharedCache : IAnalysisCache
    {
        private readonly System.Collections.Concurrent.ConcurrentDictionary<string, BinaryData> _kept = new();

        public ValueTask<BinaryData?> GetAsync(string key, CancellationToken cancellationToken) => new(_kept.GetValueOrDefault(key));

        public ValueTask SetAsync(string key, BinaryData value, CancellationToken cancellationToken)
        {
            _kept[key] = value;
            return default;
        }
    }
}
