using System.CommandLine;
using Pipeline.Ingestion.Documents;

namespace Pipeline.Local.Commands;

/// <summary>Prints the JSON Schema of a document; article.schema.json is this command's output.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        var command = new Command("schema", "Print the JSON Schema of the documents in Cosmos DB.");
        command.SetAction(_ => Console.Out.Write(ArticleSchema.Create()));
        return command;
    }
}
