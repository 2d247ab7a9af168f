#!/usr/bin/env dotnet
#:package Azure.Identity
#:package Azure.Storage.Blobs
#:package Microsoft.Azure.Cosmos
#:package Newtonsoft.Json
#:property PublishAot=false

// Drops one article and waits for its document: the whole way of an installation, from outside.
//
//   dotnet run infra/tools/smoke.cs -- --storage ACCOUNT (--cosmos ENDPOINT | --app ADDRESS [--key KEY])
//                                      [--database pipeline] [--file seeds/...] [--minutes 5]
//
// ACCOUNT and ENDPOINT are addresses, then the identity of whoever runs this signs in, or connection strings, for emulators.
// With --app the document is asked of the app's HTTP functions instead of the database; KEY is a function key, which a local host
// does not ask for. The blob has the same name every time, so that the installation holds one document of this test.

using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure.Identity;
using Azure.Storage.Blobs;
using Microsoft.Azure.Cosmos;

const string BlobName = "smoke-test/article.txt";

var options = new Dictionary<string, string>
{
    ["--database"] = "pipeline",
    ["--file"] = "seeds/000_7b427c3e1282eb9f.txt",
    ["--minutes"] = "5",
};
for (var index = 0; index + 1 < args.Length; index += 2)
{
    options[args[index]] = args[index + 1];
}

if (!options.TryGetValue("--storage", out var storage) || options.ContainsKey("--cosmos") == options.ContainsKey("--app"))
{
    Console.Error.WriteLine("Name the installation: --storage ACCOUNT, and --cosmos ENDPOINT or --app ADDRESS.");
    return 2;
}

// The article's id is made from container and blob, so it is known beforehand.
var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"articles\n{BlobName}\n")).AsSpan(0, 16));
var credential = new DefaultAzureCredential();
await using var documents = options.TryGetValue("--app", out var app)
    ? Documents.FromApp(new Uri(app), options.GetValueOrDefault("--key"))
    : Documents.FromCosmos(options["--cosmos"], options["--database"], credential);

// 1. Drop
var blobs = IsAddress(storage) ? new BlobServiceClient(new Uri(storage), credential) : new BlobServiceClient(storage);
var watch = Stopwatch.StartNew();
await using var content = File.OpenRead(options["--file"]);
var uploaded = await blobs.GetBlobContainerClient("articles").GetBlobClient(BlobName).UploadAsync(content, overwrite: true);
var version = uploaded.Value.ETag.ToString().Trim('"');
Console.WriteLine($"Dropped articles/{BlobName}, version {version}.");

// 2. Wait for the document of this very version
var limit = TimeSpan.FromMinutes(double.Parse(options["--minutes"], CultureInfo.InvariantCulture));
while (watch.Elapsed < limit)
{
    using var document = await documents.TryReadAsync(id);
    if (document?.RootElement.GetProperty("provenance").GetProperty("eTag").GetString() == version)
    {
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Stored as {id} after {watch.Elapsed.TotalSeconds:0.0} s: {document.RootElement.GetProperty("title").GetString()}"));
        return 0;
    }

    await Task.Delay(TimeSpan.FromMilliseconds(500));
}

Console.Error.WriteLine($"No document {id} after {limit.TotalMinutes:0.#} minutes. Is it in quarantine? Look there, and at the alerts.");
return 1;

static bool IsAddress(string text) => text.StartsWith("http", StringComparison.OrdinalIgnoreCase);

/// <summary>Where documents are read: the app, or the database.</summary>
internal sealed class Documents(Func<string, Task<JsonDocument?>> read, IDisposable client) : IAsyncDisposable
{
    public static Documents FromApp(Uri app, string? key)
    {
        var http = new HttpClient { BaseAddress = app };
        if (key is not null)
        {
            http.DefaultRequestHeaders.Add("x-functions-key", key);
        }

        return new Documents(
            async id =>
            {
                using var answer = await http.GetAsync($"api/articles/{id}");
                return answer.StatusCode == HttpStatusCode.NotFound
                    ? null
                    : await JsonDocument.ParseAsync(await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync());
            },
            http);
    }

    public static Documents FromCosmos(string cosmos, string database, DefaultAzureCredential credential)
    {
        var settings = new CosmosClientOptions { ConnectionMode = ConnectionMode.Gateway, LimitToEndpoint = true };
        var client = cosmos.StartsWith("http", StringComparison.OrdinalIgnoreCase)
            ? new CosmosClient(cosmos, credential, settings)
            : new CosmosClient(cosmos, settings);
        var container = client.GetContainer(database, "articles");
        return new Documents(
            async id =>
            {
                using var answer = await container.ReadItemStreamAsync(id, new PartitionKey(id));
                return answer.StatusCode == HttpStatusCode.NotFound
                    ? null
                    : await JsonDocument.ParseAsync(answer.EnsureSuccessStatusCode().Content);
            },
            client);
    }

    public Task<JsonDocument?> TryReadAsync(string id) => read(id);

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }
}
