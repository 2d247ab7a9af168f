using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Pipeline.Articles.Entities;

namespace Pipeline.Benchmarks.Entities;

/// <summary>Words a second of processor time, and what the models weigh.</summary>
internal sealed record LanguageSpeed(double WordsPerSecond, long ModelBytes, double PeakMemoryMiB)
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(3);

    public static LanguageSpeed Measure(IReadOnlyList<string> texts, Action<string> analyse)
    {
        // The compiler's own work, until it has seen which paths are hot.
        Run(texts, analyse, WarmUp);
        var words = texts.Sum(text => (long)text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);
        var (rounds, busy) = Run(texts, analyse, Enough);
        using var process = Process.GetCurrentProcess();

        // By processor time, all threads of this process: what others do on the machine changes nothing.
        return new LanguageSpeed(rounds * words / busy.TotalSeconds, ModelSize(), process.PeakWorkingSet64 / 1048576.0);
    }

    private static (int Rounds, TimeSpan Busy) Run(IReadOnlyList<string> texts, Action<string> analyse, TimeSpan enough)
    {
        var started = Environment.CpuUsage.TotalTime;
        for (var rounds = 1; ; rounds++)
        {
            foreach (var text in texts)
                analyse(text);
            var busy = Environment.CpuUsage.TotalTime - started;
            if (busy >= enough)
                return (rounds, busy);
        }
    }

    public int Report(string name, int documents, string? json)
    {
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {documents} documents, {WordsPerSecond:N0} words per second of processor time, models and lexicons {ModelBytes:N0} bytes, peak {PeakMemoryMiB:F0} MiB"));
        if (json is not null)
        {
            File.WriteAllText(json, JsonSerializer.Serialize(new Dictionary<string, double>
            {
                ["wordsPerSecond"] = Math.Round(WordsPerSecond),
                ["modelBytes"] = ModelBytes,
                ["peakMemoryMiB"] = Math.Round(PeakMemoryMiB, 1),
            }));
        }
        return 0;
    }

    private static long ModelSize()
    {
        var assembly = typeof(LocalEntityRecogniser).Assembly;
        return assembly.GetManifestResourceNames().Sum(name =>
        {
            using var stream = assembly.GetManifestResourceStream(name);
            return stream?.Length ?? 0;
        });
    }
}
