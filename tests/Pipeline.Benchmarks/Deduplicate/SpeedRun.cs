using System.Text;
using Pipeline.Articles.Fingerprints;
using Pipeline.Benchmarks.Deduplicate.Races;

namespace Pipeline.Benchmarks.Deduplicate;

/// <summary>Documents of 5 KB per second of one core: fold, content hash and sketch, beside the plain way to do the same.</summary>
internal static class SpeedRun
{
    private const int Length = 5 * 1024;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1);

    /// <returns>Documents per second of the product's fingerprints and of <see cref="PlainFingerprint"/>; the best of three rounds each.</returns>
    public static (double Fast, double Plain) Run()
    {
        var texts = Texts();
        double fast = 0, plain = 0;
        // In turns, so that whatever else the machine does strikes both.
        for (var round = 0; round < 3; round++)
        {
            fast = Math.Max(fast, Rate(texts, static text => Fingerprinter.Of("", text).Tokens));
            plain = Math.Max(plain, Rate(texts, static text => PlainFingerprint.Of(text).Tokens));
        }

        return (fast, plain);
    }

    private static double Rate(string[] texts, Func<string, int> fingerprint)
    {
        // CPU time of the process: what one core does, whatever else the machine runs.
        var start = Environment.CpuUsage.TotalTime;
        var documents = 0;
        var tokens = 0L;
        while (Environment.CpuUsage.TotalTime - start < Round)
        {
            foreach (var text in texts)
                tokens += fingerprint(text);
            documents += texts.Length;
        }

        return tokens == 0 ? 0 : documents / (Environment.CpuUsage.TotalTime - start).TotalSeconds;
    }

    private static string[] Texts()
    {
        var stories = new RaceStories(new Random(5));
        var texts = new string[256];
        for (var index = 0; index < texts.Length; index++)
        {
            var text = new StringBuilder();
            while (text.Length < Length)
                text.Append(stories.Make(1)[0]).Append("\n\n");
            // News has its curly quotes and dashes: one in every other sentence or so.
            text.Length = Length;
            for (var at = 100; at < Length; at += 200)
                text[at] = at % 400 == 100 ? '\u2019' : '\u2013';
            texts[index] = text.ToString();
        }

        return texts;
    }
}
