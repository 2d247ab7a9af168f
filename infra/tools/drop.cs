#!/usr/bin/env dotnet
#:project ../../functions/Pipeline.Ingestion/Pipeline.Ingestion.csproj
#:property PublishAot=false

// Drops files into Azurite and raises their events at the app that "func start" runs, since Azurite raises none.
//
//   dotnet run infra/tools/drop.cs -- [--app http://localhost:7071] [--storage CONNECTION] [--cosmos CONNECTION] FILE|FOLDER ...
//
// It makes the containers, queues and database that the app expects, where they are missing.

using System.Net.Http.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Azure.Cosmos;
using Pipeline.Ingestion;
using Pipeline.Ingestion.Cosmos;
using Pipeline.Ingestion.Storage;

var app = new Uri("http://localhost:7071");
var storage = "UseDevelopmentStorage=true";
string? cosmos = null;
var files = new List<string>();
for (var index = 0; index < args.Length; index++)
{
    switch (args[index])
    {
        case "--app" when index + 1 < args.Length:
            app = new Uri(args[++index]);
            break;
        case "--storage" when index + 1 < args.Length:
            storage = args[++index];
            break;
        case "--cosmos" when index + 1 < args.Length:
            cosmos = args[++index];
            break;
        case var folder when Directory.Exists(folder):
            files.AddRange(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal));
            break;
        case var file when File.Exists(file):
            files.Add(file);
            break;
        case var unknown:
            Console.Error.WriteLine($"{unknown} is no file and no option; use --app, --storage, --cosmos, files and folders.");
            return 2;
    }
}

if (files.Count == 0)
{
    Console.Error.WriteLine("Name the files or folders to drop, such as: dotnet run infra/tools/drop.cs -- seeds");
    return 2;
}

var blobs = new BlobServiceClient(storage);
await StorageSetup.CreateAsync(blobs, new QueueServiceClient(storage), CancellationToken.None);
if (cosmos is not null)
{
    using var database = new CosmosClient(cosmos, new CosmosClientOptions { ConnectionMode = ConnectionMode.Gateway, LimitToEndpoint = true });
    await CosmosSchema.CreateAsync(database, new CosmosOptions().Database, CancellationToken.None);
}

// Locally the host asks for no key. The header tells events from the handshake.
using var http = new HttpClient { BaseAddress = app };
http.DefaultRequestHeaders.Add("aeg-event-type", "Notification");
var container = blobs.GetBlobContainerClient(PipelineMap.ArticlesContainer);
foreach (var file in files)
{
    var blob = container.GetBlobClient(Path.GetFileName(file));
    await using var content = File.OpenRead(file);
    var uploaded = (await blob.UploadAsync(content, overwrite: true)).Value;
    object[] events =
    [
        new
        {
            id = Guid.NewGuid(),
            topic = "/local",
            subject = $"/blobServices/default/containers/{PipelineMap.ArticlesContainer}/blobs/{blob.Name}",
            eventType = "Microsoft.Storage.BlobCreated",
            eventTime = uploaded.LastModified,
            dataVersion = "",
            metadataVersion = "1",
            data = new
            {
                api = "PutBlob",
                eTag = uploaded.ETag.ToString().Trim('"'),
                contentLength = content.Length,
                blobType = "BlockBlob",
                url = blob.Uri,
            },
        },
    ];
    using var answer = await http.PostAsJsonAsync("runtime/webhooks/blobs?functionName=Host.Functions.ReceiveArticle", events);
    Console.WriteLine($"{blob.Name}: {(int)answer.StatusCode} {answer.ReasonPhrase}");
    if (!answer.IsSuccessStatusCode)
    {
        return 1;
    }
}

return 0;
