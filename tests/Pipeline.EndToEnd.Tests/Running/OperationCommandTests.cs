using System.CommandLine;
using System.Text.Json;
using Pipeline.EndToEnd.Tests.Stepping;
using Pipeline.Local.Commands;
using Pipeline.Local.Progress;
using Pipeline.Local.Running;
using Pipeline.Testing.Storage;

namespace Pipeline.EndToEnd.Tests.Running;

/// <summary>The operator's commands as they are typed, on what a run left.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class OperationCommandTests(AzuriteFixture azurite) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-operations-").FullName;
    private readonly string _account = azurite.NewAccount();

    [AzuriteFact]
    public async Task Commands_AfterARunWithABadFile_ShowRequeueReplayAndDiscard()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "empty.txt"), "");
        await File.WriteAllBytesAsync(Path.Combine(_folder, "ferry.txt"), Samples.Short);
        await RunAsync();

        var (code, output) = await TypeAsync("status");
        Assert.Equal(0, code);
        Assert.Contains("Quarantine: 1.", output, StringComparison.Ordinal);

        (_, output) = await TypeAsync("status", "--json");
        using (var status = JsonDocument.Parse(output))
        {
            Assert.Equal(1, status.RootElement.GetProperty("quarantine").GetProperty("byCategory").GetProperty("Empty").GetInt32());
        }

        (_, output) = await TypeAsync("quarantine", "list", "--category", "Empty", "--json");
        string id;
        using (var listed = JsonDocument.Parse(output))
        {
            id = Assert.Single(listed.RootElement.EnumerateArray()).GetProperty("id").GetString()!;
        }

        (_, output) = await TypeAsync("quarantine", "list", "--stage", "Store");
        Assert.Contains("Nothing in quarantine matches.", output, StringComparison.Ordinal);
        (_, output) = await TypeAsync("quarantine", "show", id);
        Assert.Contains("\"name\": \"empty.txt\"", output, StringComparison.Ordinal);

        (code, output) = await TypeAsync("requeue", id);
        Assert.Equal(0, code);
        Assert.Contains("1 done, 0 left", output, StringComparison.Ordinal);
        Assert.Equal(1, (await TypeAsync("requeue", id)).Code);

        (code, output) = await TypeAsync("replay", "--prefix", "ferry");
        Assert.Equal(0, code);
        Assert.Contains("ferry.txt: 1 on their way again.", output, StringComparison.Ordinal);

        // The next run takes both up; the empty file fails once more.
        await RunAsync();
        Assert.Equal(0, (await TypeAsync("quarantine", "discard", id)).Code);
        Assert.Equal(1, (await TypeAsync("quarantine", "discard", id)).Code);
        (code, output) = await TypeAsync("release");
        Assert.Equal((1, true), (code, output.Contains("No article waits", StringComparison.Ordinal)));
        (code, output) = await TypeAsync("ready");
        Assert.Equal((0, true), (code, output.Contains("Ready: ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("requeue")]
    [InlineData("requeue", "--all", "--stage", "Clean")]
    [InlineData("requeue", "--stage", "Nowhere")]
    [InlineData("requeue", "--messages", "--all")]
    [InlineData("replay")]
    [InlineData("replay", "--all", "--prefix", "a")]
    [InlineData("quarantine", "show")]
    public void Parse_CommandThatDoesNotSayWhich_HasAnError(params string[] words) =>
        Assert.NotEmpty(RootCommandFactory.Create().Parse(words).Errors);

    [AzuriteFact]
    public async Task Commands_FolderThatARunUses_SayWhatToDo()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await File.WriteAllBytesAsync(Path.Combine(_folder, "ferry.txt"), Samples.Short);
        var view = new LineView("Watching");
        var run = RunCommand.RunAsync(Options() with { Once = false }, view, stop.Token);
        Assert.Same(view.Line, await Task.WhenAny(view.Line, run));

        var (code, output) = await TypeAsync("status");

        Assert.Equal(2, code);
        Assert.Contains("is in use by a run", output, StringComparison.Ordinal);
        Assert.Contains("/api/status", output, StringComparison.Ordinal);
        await stop.CancelAsync();
        await run;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task RunAsync() => await RunCommand.RunAsync(Options(), new QuietView(), CancellationToken.None);

    private RunOptions Options() => new()
    {
        Inputs = [Path.Combine(_folder, "*.txt")],
        Once = true,
        Data = Path.Combine(_folder, "data"),
        Drop = Path.Combine(_folder, "drop"),
        Storage = _account,
    };

    private async Task<(int Code, string Output)> TypeAsync(params string[] words)
    {
        using var output = new StringWriter();
        var parsed = RootCommandFactory.Create().Parse([.. words, "--storage", _account, "--data", Path.Combine(_folder, "data")]);
        Assert.Empty(parsed.Errors);
        var code = await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = output });
        return (code, output.ToString());
    }
}
