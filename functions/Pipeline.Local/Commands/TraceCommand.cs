using System.CommandLine;
using Pipeline.Ingestion.Stages;
using Pipeline.Local.Azurite;
using Pipeline.Local.Progress;
using Pipeline.Local.Running;
using Pipeline.Local.Tracing;

namespace Pipeline.Local.Commands;

/// <summary>Runs one file through the pipeline and draws its trace, as an OTLP collector received it.</summary>
internal static class TraceCommand
{
    private static readonly Argument<string?> Input = new("file")
    {
        Description = "The file to drop. Without it: the first of the samples in seeds/.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static Command Create()
    {
        var command = new Command("trace", "Run one file through the pipeline on a storage of its own, and draw its trace from drop to stored.")
        {
            Input,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(Input) ?? FirstSeed(), cancellationToken));
        return command;
    }

    private static string FirstSeed() =>
        Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Find(), "seeds")).Order(StringComparer.Ordinal).First();

    private static async Task<int> RunAsync(string file, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("pipeline-trace-");
        try
        {
            await using var collector = await OtlpCollector.StartAsync(cancellationToken);
            var options = new RunOptions
            {
                Inputs = [file],
                Once = true,
                Data = folder.FullName,
                Drop = folder.FullName,
                Collector = collector.Address,
                CollectorTakesHttp = true,
            };
            var code = await RunCommand.RunAsync(options, new QuietView(), cancellationToken);
            foreach (var trace in collector.Spans.GroupBy(span => span.TraceId).Where(HasArticle))
            {
                Console.Out.WriteLine($"trace {trace.Key}");
                foreach (var line in TraceTree.Draw(trace))
                {
                    Console.Out.WriteLine(line);
                }
            }

            return code;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static bool HasArticle(IEnumerable<Span> trace) =>
        trace.Any(span => span.Source == PipelineActivity.SourceName && span.Name == nameof(Stage.Receive));
}
