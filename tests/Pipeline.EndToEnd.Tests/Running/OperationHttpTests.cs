using System.Net;
using System.Text;
using System.Text.Json;
using Pipeline.EndToEnd.Tests.Stepping;
using Pipeline.Local.Commands;
using Pipeline.Local.Running;
using Pipeline.Testing.Storage;

namespace Pipeline.EndToEnd.Tests.Running;

/// <summary>The app's HTTP functions beside a run that goes on.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class OperationHttpTests(AzuriteFixture azurite) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-http-").FullName;

    [AzuriteFact]
    public async Task Functions_BesideARun_ShowRequeueReplayAndDiscard()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var view = new LineView("Operations on ");
        var run = RunCommand.RunAsync(Options(), view, stop.Token);
        Assert.Same(view.Line, await Task.WhenAny(view.Line, run));
        using var http = new HttpClient { BaseAddress = new Uri(new Uri((await view.Line).Split(' ')[2].TrimEnd(',')), "/api/") };

        var id = await QuarantinedAsync(http, at: null);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("health/live")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("budget")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await http.GetAsync("quarantine?stage=Nowhere")).StatusCode);
        Assert.Equal("[]", await http.GetStringAsync("quarantine?stage=Store"));
        using var record = JsonDocument.Parse(await http.GetStringAsync("quarantine/" + id));
        Assert.Equal("bad.bin", record.RootElement.GetProperty("name").GetString());
        Assert.Equal(Unreadable, await http.GetByteArrayAsync($"quarantine/{id}/original"));

        Assert.Equal("[]", await http.GetStringAsync("quarantine/messages"));
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("explain?first=bad.bin&second=bad.bin")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(http, "split", "{}")).Status);

        // An empty request must not move everything.
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(http, "quarantine/requeue", "{}")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(http, "quarantine/requeue", """{"all":true,"messages":true}""")).Status);
        Assert.Equal("[]", (await PostAsync(http, "quarantine/requeue", """{"messages":true}""")).Body);
        var (status, answer) = await PostAsync(http, "quarantine/requeue", $$$"""{"filter":{"ids":["{{{id}}}"]}}""");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Dropped again.", answer, StringComparison.Ordinal);

        // The host receives it and it fails again, as a new record.
        var at = record.RootElement.GetProperty("at").GetString();
        Assert.Equal(id, await QuarantinedAsync(http, at));
        Assert.Equal(HttpStatusCode.NoContent, (await http.DeleteAsync("quarantine/" + id)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("quarantine/" + id)).StatusCode);

        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(http, "replay", "{}")).Status);
        (_, answer) = await PostAsync(http, "replay", """{"prefix":"ferry"}""");
        Assert.Contains("1 on their way again.", answer, StringComparison.Ordinal);
        await stop.CancelAsync();
        Assert.Equal(0, await run);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static byte[] Unreadable { get; } = [0, 159, 146, 150, 0, 1, 2, 3, 0, 0, 0, 200];

    private RunOptions Options()
    {
        File.WriteAllBytes(Path.Combine(_folder, "bad.bin"), Unreadable);
        File.WriteAllBytes(Path.Combine(_folder, "ferry.txt"), Samples.Short);
        return new RunOptions
        {
            Inputs = [Path.Combine(_folder, "bad.bin"), Path.Combine(_folder, "ferry.txt")],
            Data = Path.Combine(_folder, "data"),
            Drop = Path.Combine(_folder, "drop"),
            Port = 0,
            Storage = azurite.NewAccount(),
        };
    }

    /// <summary>Waits for an article in quarantine that was not put there at that time.</summary>
    private static async Task<string> QuarantinedAsync(HttpClient http, string? at)
    {
        while (true)
        {
            using var listed = JsonDocument.Parse(await http.GetStringAsync("quarantine"));
            foreach (var article in listed.RootElement.EnumerateArray().Where(article => article.GetProperty("at").GetString() != at))
            {
                return article.GetProperty("id").GetString()!;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }

    private static async Task<(HttpStatusCode Status, string Body)> PostAsync(HttpClient http, string path, string json)
    {
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(path, body);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
