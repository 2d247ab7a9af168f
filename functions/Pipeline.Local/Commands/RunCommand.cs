using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pipeline.Local.Azurite;
using Pipeline.Local.Inputs;
using Pipeline.Local.Output;
using Pipeline.Local.Progress;
using Pipeline.Local.Running;
using Spectre.Console;

namespace Pipeline.Local.Commands;

/// <summary>Runs the pipeline until Ctrl-C, or with --once until everything has ended.</summary>
internal static class RunCommand
{
    private const int Success = 0;
    private const int NotAllStored = 1;
    private const int CouldNotRun = 2;

    public static Task<int> RunAsync(RunOptions options, CancellationToken cancellationToken) => RunAsync(
        options,
        Console.IsOutputRedirected ? new PlainView(Console.Out, TimeProvider.System) : new TerminalView(AnsiConsole.Console),
        cancellationToken);

    public static async Task<int> RunAsync(RunOptions options, IRunView view, CancellationToken cancellationToken)
    {
        try
        {
            // Looked up first: a wrong argument should not cost the start of everything.
            var inputs = InputFiles.Expand(options.Inputs);
            var tracker = new RunTracker(TimeProvider.System);
            if (options.Reset)
            {
                DataFolder.Reset(options.Data);
            }

            // The first to start and the last to end: it tells of everything between.
            using var telemetry = LocalTelemetry.Start(options.Collector, options.CollectorTakesHttp);
            using var logging = LoggerFactory.Create(builder => builder.AddProvider(
                new FileLoggerProvider(Path.Combine(options.Data, "pipeline.log"), TimeProvider.System)));
            using var output = options.Output is { } file ? new JsonLinesOutput(file) : null;
            await using var pipeline = await LocalPipeline
                .StartAsync(options, new RunObservers(tracker, output), logging, cancellationToken);
            view.Say(pipeline.Description);
            await new PipelineRun(options, inputs, pipeline, tracker, view, output, TimeProvider.System)
                .RunAsync(cancellationToken);
            return options.Once && (tracker.QuarantinedCount > 0 || tracker.Count().Deferred > 0) ? NotAllStored : Success;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Success;
        }
        catch (Exception exception) when (exception is NodeMissingException or InputNotFoundException or LocalRunException or OptionsValidationException)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return CouldNotRun;
        }
    }
}
