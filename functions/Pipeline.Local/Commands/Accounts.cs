using System.CommandLine;
using Pipeline.Local.Azurite;
using Pipeline.Local.Running;

namespace Pipeline.Local.Commands;

/// <summary>The options that say where articles and documents are, shared by the run and by the operator's commands.</summary>
internal static class Accounts
{
    public static Option<string?> Data { get; } = new("--data")
    {
        Description = "Folder of what lasts between runs: the storage emulator's files and the database. Default: .local/",
        HelpName = "folder",
    };

    public static Option<string?> Storage { get; } = new("--storage")
    {
        Description = "Use this storage account or emulator instead of the embedded Azurite: a connection string, or a blob endpoint "
            + "(https://NAME.blob.core.windows.net/), then you are signed in as DefaultAzureCredential finds you.",
        HelpName = "account",
    };

    public static Option<string?> Cosmos { get; } = new("--cosmos")
    {
        Description = "Use this Cosmos DB account or emulator instead of the embedded LocalCosmos: an endpoint or a connection string.",
        HelpName = "endpoint",
    };

    public static void AddTo(Command command)
    {
        command.Add(Data);
        command.Add(Storage);
        command.Add(Cosmos);
    }

    /// <summary>The options of a run that drops nothing.</summary>
    public static RunOptions Read(ParseResult parsed)
    {
        var root = RepositoryRoot.Find();
        return new RunOptions
        {
            Data = Path.GetFullPath(parsed.GetValue(Data) ?? Path.Combine(root, ".local")),
            Drop = Path.Combine(root, "drop"),
            Storage = parsed.GetValue(Storage),
            Cosmos = parsed.GetValue(Cosmos),
        };
    }
}
