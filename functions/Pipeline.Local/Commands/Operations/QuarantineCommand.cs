using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure;
using Pipeline.Ingestion.Operations;
using Pipeline.Ingestion.Quarantine;

namespace Pipeline.Local.Commands.Operations;

/// <summary>What could not become a document: list it, look at one, take its bytes out, give it up.</summary>
internal static class QuarantineCommand
{
    private const int NotFound = 404;

    private static readonly Argument<string> Id = new("id") { Description = "Id of the article." };

    private static readonly Option<int> Top = new("--top") { Description = "How many at most.", DefaultValueFactory = _ => 50 };

    private static readonly Argument<FileInfo> File = new("file") { Description = "Where to write the bytes." };

    public static Command Create() => new("quarantine", "Look at what could not become a document.")
    {
        OperationCommands.Command(
            "list", "List articles in quarantine, with what is wrong.", ListAsync, FilterOptions.Stage, FilterOptions.Category, FilterOptions.Reason, Top, OperationCommands.Json),
        OperationCommands.Command("messages", "List queue messages in quarantine, which name no article.", MessagesAsync, Top, OperationCommands.Json),
        OperationCommands.Command("show", "Show one article's record as JSON.", ShowAsync, Id),
        OperationCommands.Command("original", "Write the bytes as received to a file.", OriginalAsync, Id, File),
        OperationCommands.Command("discard", "Give an article up: its record and its bytes are deleted.", DiscardAsync, Id),
    };

    private static Task<int> ListAsync(ParseResult parsed, Running.LocalOperations operations, CancellationToken cancellationToken) => PrintAsync(
        parsed,
        operations.Get<QuarantineReader>().FindAsync(FilterOptions.Read(parsed), cancellationToken).Select(kept => QuarantineView.Of(kept.Record)),
        OperationsJson.Readable.IReadOnlyListQuarantineView,
        article => [$"{article.Id}  {article.At:u}  {article.Stage} {article.Category}, try {article.Attempts}", $"    {article.Name}: {article.Reason}"],
        "Nothing in quarantine matches.",
        cancellationToken);

    private static Task<int> MessagesAsync(ParseResult parsed, Running.LocalOperations operations, CancellationToken cancellationToken) => PrintAsync(
        parsed,
        operations.Get<MessageRequeuer>().FindAsync(cancellationToken),
        OperationsJson.Readable.IReadOnlyListMessageView,
        message => [$"{message.Queue}  {message.Id}  {message.At:u}", $"    {message.Text}"],
        "No queue message is in quarantine.",
        cancellationToken);

    private static async Task<int> PrintAsync<T>(
        ParseResult parsed, IAsyncEnumerable<T> all, JsonTypeInfo<IReadOnlyList<T>> json,
        Func<T, FormattableString[]> describe, string none, CancellationToken cancellationToken)
    {
        var output = parsed.InvocationConfiguration.Output;
        var found = await all.Take(parsed.GetValue(Top)).ToListAsync(cancellationToken);
        if (parsed.GetValue(OperationCommands.Json))
        {
            output.WriteLine(JsonSerializer.Serialize(found, json));
            return OperationCommands.Success;
        }

        foreach (var line in found.SelectMany(describe))
        {
            output.WriteLine(FormattableString.Invariant(line));
        }

        output.WriteLine(found.Count == 0 ? none : $"{found.Count} shown.");
        return OperationCommands.Success;
    }

    private static async Task<int> ShowAsync(ParseResult parsed, Running.LocalOperations operations, CancellationToken cancellationToken)
    {
        var id = parsed.GetRequiredValue(Id);
        if (await operations.Get<QuarantineStore>().TryReadAsync(id, cancellationToken) is not { } kept)
        {
            return await NotThereAsync(parsed, id);
        }

        parsed.InvocationConfiguration.Output.WriteLine(JsonSerializer.Serialize(QuarantineView.Of(kept.Record), OperationsJson.Readable.QuarantineView));
        return OperationCommands.Success;
    }

    private static async Task<int> OriginalAsync(ParseResult parsed, Running.LocalOperations operations, CancellationToken cancellationToken)
    {
        var id = parsed.GetRequiredValue(Id);
        try
        {
            await using var original = await operations.Get<QuarantineStore>().OpenOriginalAsync(id, cancellationToken);
            await using var file = parsed.GetRequiredValue(File).Create();
            await original.CopyToAsync(file, cancellationToken);
            return OperationCommands.Success;
        }
        catch (RequestFailedException exception) when (exception.Status == NotFound)
        {
            return await NotThereAsync(parsed, id);
        }
    }

    private static async Task<int> DiscardAsync(ParseResult parsed, Running.LocalOperations operations, CancellationToken cancellationToken)
    {
        var id = parsed.GetRequiredValue(Id);
        return await operations.Get<QuarantineStore>().TryDiscardAsync(id, cancellationToken)
            ? OperationCommands.Success
            : await NotThereAsync(parsed, id);
    }

    private static async Task<int> NotThereAsync(ParseResult parsed, string id)
    {
        await parsed.InvocationConfiguration.Error.WriteLineAsync($"{id} is not in quarantine (any more).");
        return OperationCommands.NothingDone;
    }
}
