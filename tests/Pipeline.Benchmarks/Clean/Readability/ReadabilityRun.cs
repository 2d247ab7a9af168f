using System.Diagnostics;
using System.Text.Json;
using Pipeline.Local.Azurite;

namespace Pipeline.Benchmarks.Clean.Readability;

/// <summary>Measures @mozilla/readability on linkedom in a process of its own, on the pages of this run.</summary>
internal static class ReadabilityRun
{
    private const string Folder = "tests/Pipeline.Benchmarks/Clean/Readability";

    /// <param name="pages">Paths of HTML pages, plain or gzipped.</param>
    /// <returns>Pages per CPU second.</returns>
    /// <exception cref="InvalidOperationException">Node or its packages cannot be had; the message says why.</exception>
    public static async Task<double> MeasureAsync(IReadOnlyList<string> pages, CancellationToken cancellationToken)
    {
        var tools = NodeTools.Find();
        var folder = Path.Combine(RepositoryRoot.Find(), Folder);
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "linkedom")))
        {
            await RunAsync(tools.Npm, ["ci", "--no-audit", "--no-fund", "--loglevel=error"], folder, "", cancellationToken);
        }

        var output = await RunAsync(tools.Node, ["readability.mjs"], folder, string.Join('\n', pages), cancellationToken);
        using var json = JsonDocument.Parse(output);
        return json.RootElement.GetProperty("pages").GetInt32() / Math.Max(1e-9, json.RootElement.GetProperty("cpuSeconds").GetDouble());
    }

    private static async Task<string> RunAsync(string program, string[] arguments, string folder, string input, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new NodeMissingException();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.StandardInput.WriteAsync(input.AsMemory(), cancellationToken);
            process.StandardInput.Close();
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0 ? await output
                : throw new InvalidOperationException($"{Path.GetFileName(program)} {string.Join(' ', arguments)} ended with code {process.ExitCode}: {(await errors).Trim()}");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
