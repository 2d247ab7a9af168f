using System.Globalization;
using Pipeline.Ingestion.Deduplication;
using Pipeline.Ingestion.Deduplication.Stores;

namespace Pipeline.Benchmarks.Deduplicate.Families;

/// <summary>Judges generated reports and copies of some of them.</summary>
internal static class FamilyRun
{
    private const int Reports = 100;

    /// <returns>Share of reports joined with another report, and share of copies that found their report.</returns>
    public static async Task<(double WronglyJoined, double Found)> RunAsync(int seed, CancellationToken cancellationToken)
    {
        var deduplicator = DeduplicatorFactory.Over(new InMemoryFingerprintStore());
        var families = new TemplateFamilies(new Random(seed));
        int joined = 0, found = 0, copies = 0;
        for (var report = 0; report < Reports * families.Count; report++)
        {
            var text = families.Make(report % families.Count);
            var cluster = await JudgeAsync($"report{report}", text);
            joined += cluster == Name(report) ? 0 : 1;
            if (report % 4 != 0)
                continue;
            copies++;
            found += await JudgeAsync($"copy{report}", families.Copy(text)) == cluster ? 1 : 0;
        }

        return ((double)joined / (Reports * families.Count), (double)found / copies);

        async ValueTask<string> JudgeAsync(string id, string text) => (await deduplicator.JudgeAsync(
            new DeduplicationRequest
            {
                ArticleId = id, Title = "", Text = text, Language = "en", CrawledAt = DateTimeOffset.UnixEpoch,
            },
            cancellationToken)).ClusterId;
    }

    private static string Name(int report) => string.Create(CultureInfo.InvariantCulture, $"report{report}");
}
