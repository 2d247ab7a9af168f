#!/usr/bin/env dotnet
#:package Azure.Identity
#:package Azure.Storage.Blobs
#:package Microsoft.Azure.Cosmos
#:package Newtonsoft.Json
#:property PublishAot=false

// Drops one article and waits for its document: the whole way of an installation, from outside.
//
//   dotnet run infra/tools/smoke.cs -- --storage ENDPOINT --cosmos ENDPOINT [--database pipeline] [--file seeds/...] [--minutes 5]
//
// ENDPOINT is an address, then the identity of whoever runs this signs in, or a connection string, for emulators. The blob
// has the same name every time, so that the installation holds one document of this test and not one of each run.

using System.Diagnostics;
using System.Globalization;
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

if (!options.TryGetValue("--storage", out var storage) || !options.TryGetValue("--cosmos", out var cosmos))
{
    Console.Error.WriteLine("Name the installation: --storage ENDPOINT --cosmos ENDPOINT (addresses or connection strings).");
    return 2;
}

// 1. Drop
var credential = new DefaultAzureCredential();
var blobs = IsAddress(storage) ? new BlobServiceClient(new Uri(storage), credential) : new BlobServiceClient(storage);
var watch = Stopwatch.StartNew();
await using var content = File.OpenRead(options["--file"]);
var uploaded = await blobs.GetBlobContainerClient("articles").GetBlobClient(BlobName).UploadAsync(content, overwrite: true);
var version = uploaded.Value.ETag.ToString().Trim('"');
Console.WriteLine($"Dropped articles/{BlobName}, version {version}.");

// 2. Wait for the document of this very version
var settings = new CosmosClientOptions { ConnectionMode = ConnectionMode.Gateway, LimitToEndpoint = true };
using var client = IsAddress(cosmos) ? new CosmosClient(cosmos, credential, settings) : new CosmosClient(cosmos, settings);
var container = client.GetContainer(options["--database"], "articles");
var query = new QueryDefinition("SELECT * FROM c WHERE c.provenance.blob = @blob AND c.provenance.eTag = @version")
    .WithParameter("@blob", BlobName)
    .WithParameter("@version", version);
var limit = TimeSpan.FromMinutes(double.Parse(options["--minutes"], CultureInfo.InvariantCulture));
while (watch.Elapsed < limit)
{
    using var feed = container.GetItemQueryStreamIterator(query);
    while (feed.HasMoreResults)
    {
        using var page = await feed.ReadNextAsync();
        page.EnsureSuccessStatusCode();
        using var json = await JsonDocument.ParseAsync(page.Content);
        foreach (var document in json.RootElement.GetProperty("Documents").EnumerateArray())
        {
            Console.WriteLine($"Stored as {document.GetProperty("id")} after {watch.Elapsed.TotalSeconds:0.0} s: {document.GetProperty("title").GetRawText()}");
            return 0;
        }
    }

    await Task.Delay(TimeSpan.FromSeconds(1));
}

Console.Error.WriteLine($"No document after {limit.TotalMinutes:0.#} minutes. Look into quarantine/ and at the alerts.");
return 1;

static bool IsAddress(string text) => text.StartsWith("http", StringComparison.OrdinalIgnoreCase);
