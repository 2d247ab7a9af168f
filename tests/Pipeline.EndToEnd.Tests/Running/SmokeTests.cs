using System.Diagnostics;
using System.Globalization;
using Pipeline.EndToEnd.Tests.Stepping;
using Pipeline.Local.Commands;
using Pipeline.Local.Running;
using Pipeline.Testing.Storage;

namespace Pipeline.EndToEnd.Tests.Running;

/// <summary>The script that runs after a deployment, against the local host.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class SmokeTests(AzuriteFixture azurite) : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-smoke-").FullName;

    [AzuriteFact]
    public async Task Smoke_LocalHost_DropsASeedAndFindsItsDocument()
    {
        using var stop = new CancellationTokenSource(Limit);
        var view = new LineView("Operations on ");
        var account = azurite.NewAccount();
        var options = new RunOptions
        {
            Inputs = [Path.Combine(Samples.SeedFolder, Samples.Seeds[1].Name)],
            Data = _folder,
            Drop = Path.Combine(_folder, "drop"),
            Port = 0,
            Storage = account,
        };
        var run = RunCommand.RunAsync(options, view, stop.Token);
        Assert.Same(view.Line, await Task.WhenAny(view.Line, run));
        var app = new Uri((await view.Line).Split(' ')[2].TrimEnd(','));

        var (code, output) = await SmokeAsync(
            ["--storage", account, "--app", app.GetLeftPart(UriPartial.Authority), "--minutes", "1"], stop.Token);

        Assert.True(code == 0, output);
        Assert.Contains("Stored as ", output, StringComparison.Ordinal);
        Assert.Contains("Kim Jong-un may not have expected", output, StringComparison.Ordinal);
        await stop.CancelAsync();
        Assert.Equal(0, await run);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<(int Code, string Output)> SmokeAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var root = Path.GetFullPath(Path.Combine(Samples.SeedFolder, ".."));
        var start = new ProcessStartInfo("dotnet", ["run", Path.Combine("infra", "tools", "smoke.cs"), "--", .. arguments])
        {
            WorkingDirectory = root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // The test host's own settings of the build are none of the script's.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = 1.ToString(CultureInfo.InvariantCulture);
        using var process = Process.Start(start)!;
        var output = await Task.WhenAll(
            process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, string.Concat(output));
    }
}
