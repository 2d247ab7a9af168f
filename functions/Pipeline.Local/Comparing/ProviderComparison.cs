using Azure;
using Azure.Identity;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Articles.Cleaning;
using Pipeline.Ingestion.Language;
using Pipeline.Ingestion.Language.Budget;
using Pipeline.Local.Inputs;
using Pipeline.Local.LanguageService;

namespace Pipeline.Local.Comparing;

/// <summary>Has articles analysed by the local analyser and by the service, and compares.</summary>
internal static class ProviderComparison
{
    /// <summary>Asked at the same time, so that they share the service's requests.</summary>
    private const int AtOnce = 10;

    private const int MostTries = 6;

    // files -> cleaned articles -> both analysers, ten articles at a time -> compared
    public static async Task<ComparisonReport> RunAsync(
        CompareOptions options, IReadOnlyList<InputFile> files, TimeProvider time, CancellationToken cancellationToken)
    {
        await using var server = options.Endpoint is null
            ? await LanguageServiceServer.StartAsync(new LanguageServiceOptions { Time = time }, cancellationToken)
            : null;
        var endpoint = server?.Endpoint ?? options.Endpoint!;
        await using var local = new ServiceCollection().AddLanguageAnalysis().BuildServiceProvider();
        await using var azure = Azure(endpoint, server is null ? options.Key : "emulated");
        var (articles, skipped) = (new List<(string Name, CleanedArticle Article)>(), new List<string>());
        await foreach (var (name, article, reason) in ArticleFiles.ReadAsync(files, cancellationToken))
        {
            if (article is not null)
                articles.Add((name, article));
            else
                skipped.Add($"{name}: {reason}");
        }

        var compared = new List<ComparedArticle>();
        foreach (var chunk in articles.Chunk(AtOnce))
        {
            compared.AddRange(await Task.WhenAll(chunk.Select(item => CompareAsync(
                item.Name, item.Article, Analyser(local), Analyser(azure), time, cancellationToken))));
        }

        return new ComparisonReport(endpoint.Authority, server is not null, compared, skipped, options.UsdPerThousandTextRecords);
    }

    // A tool may be asked twice about the same article: neither a cache nor a budget stands between.
    private static ServiceProvider Azure(Uri endpoint, string? key) => new ServiceCollection().AddLanguageAnalysis(
        settings =>
        {
            (settings.Entities, settings.KeyPhrases) = (LanguageOptions.Azure, LanguageOptions.Azure);
            (settings.Endpoint, settings.Key, settings.CacheDays) = (endpoint, key, 0);
        },
        new DefaultAzureCredential()).BuildServiceProvider();

    private static ILanguageAnalyser Analyser(ServiceProvider services) => services.GetRequiredService<ILanguageAnalyser>();

    private static async Task<ComparedArticle> CompareAsync(
        string name, CleanedArticle article, ILanguageAnalyser local, ILanguageAnalyser azure, TimeProvider time, CancellationToken cancellationToken)
    {
        var request = new AnalysisRequest(article.Metadata.Title.Value, article.Text, article.Metadata.Language.Value);
        var here = await local.AnalyseAsync(request, cancellationToken);
        var there = await AskAsync(azure, request, time, cancellationToken);
        return new ComparedArticle
        {
            Name = name,
            Title = article.Metadata.Title.Value,
            Language = article.Metadata.Language.Value,
            Characters = article.Text.Length,
            TextRecords = TextRecords.Of(article.Text) * 2,
            Mentions = MentionComparer.Compare(
                MentionComparer.Mentions(here.Entities, article.Text), MentionComparer.Mentions(there.Entities, article.Text)),
            KeyPhrases = PhraseComparer.Compare(
                [.. here.KeyPhrases.Select(phrase => phrase.Text)], [.. there.KeyPhrases.Select(phrase => phrase.Text)]),
            Warnings = [.. here.Warnings.Concat(there.Warnings)],
        };
    }

    private static async Task<LanguageAnalysis> AskAsync(
        ILanguageAnalyser azure, AnalysisRequest request, TimeProvider time, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await azure.AnalyseAsync(request, cancellationToken);
            }
            catch (RequestFailedException passing) when (passing.Status is 429 or >= 500 && tries < MostTries)
            {
                await Task.Delay(RetryAfter(passing) ?? TimeSpan.FromSeconds(tries), time, cancellationToken);
            }
        }
    }

    private static TimeSpan? RetryAfter(RequestFailedException throttled) =>
        throttled.GetRawResponse()?.Headers.TryGetValue("Retry-After", out var value) == true && int.TryParse(value, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null;
}
