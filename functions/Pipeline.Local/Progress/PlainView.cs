using System.Globalization;
using Pipeline.Ingestion.Quarantine;
using Pipeline.Ingestion.Stages;

namespace Pipeline.Local.Progress;

/// <summary>Plain lines, for pipes, logs and CI.</summary>
internal sealed class PlainView(TextWriter output, TimeProvider time) : IRunView
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private long _last;

    public void Say(string line) => output.WriteLine(line);

    public void Progress(RunCounts counts)
    {
        // Nobody watches a log; a line every now and then shows that it goes on.
        if (_last == 0)
        {
            _last = time.GetTimestamp();
        }

        if (time.GetElapsedTime(_last) >= Pause)
        {
            _last = time.GetTimestamp();
            output.WriteLine(Line(counts));
        }
    }

    public void Results(
        RunCounts counts, IReadOnlyList<StoredArticle> stored, IReadOnlyList<QuarantineRecord> quarantined)
    {
        _last = 0;
        foreach (var article in stored)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"stored  {article.Title}"));
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"        site {article.Site ?? "-"} | date {article.Date ?? "-"} | language {article.Language} | words {article.WordsKept} of {article.WordsReceived} | duplicate {article.Duplicate} | {article.Milliseconds:0} ms"));
            output.WriteLine($"        entities: {string.Join(", ", article.Entities)}");
            output.WriteLine($"        key phrases: {string.Join(", ", article.KeyPhrases)}");
        }

        foreach (var record in quarantined)
        {
            output.WriteLine($"quarantined  {record.Name}: {record.Category}. {record.Reason}");
        }

        output.WriteLine(Line(counts));
    }

    private static string Line(RunCounts counts) => string.Create(
        CultureInfo.InvariantCulture,
        $"received {counts.Done[Stage.Receive]}, cleaned {counts.Done[Stage.Clean]}, enriched {counts.Done[Stage.Enrich]}, compared {counts.Done[Stage.Deduplicate]}, stored {counts.Done[Stage.Store]}, quarantined {counts.Quarantined}, in flight {counts.InFlight}{(counts.Deferred > 0 ? $", of them deferred {counts.Deferred}" : "")}");
}
