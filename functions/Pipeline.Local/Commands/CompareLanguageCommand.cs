using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Azure;
using Azure.Identity;
using Pipeline.Local.Comparing;
using Pipeline.Local.Inputs;

namespace Pipeline.Local.Commands;

/// <summary>Shows both language providers side by side over some articles, and what the service costs.</summary>
internal static class CompareLanguageCommand
{
    private const int CouldNotRun = 2;

    private static readonly JsonSerializerOptions Readable = new(JsonSerializerOptions.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly Argument<string[]> Inputs = new("inputs")
    {
        Description = "Files, folders or globs, in any format that the pipeline reads.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<Uri?> Endpoint = new("--endpoint")
    {
        Description = "Ask this Azure AI Language resource, which costs money. Default: the emulated service.",
        HelpName = "https://NAME.cognitiveservices.azure.com",
    };

    private static readonly Option<string?> Key = new("--key") { Description = "Key of the resource. Default: sign in by identity." };

    private static readonly Option<decimal> Price = new("--price")
    {
        Description = "USD for 1,000 text records.",
        DefaultValueFactory = _ => 1,
    };

    private static readonly Option<string?> Json = new("--json") { Description = "Also write everything found to this file.", HelpName = "file.json" };

    public static Command Create()
    {
        var command = new Command("compare-language", "Compare the local analyser with Azure AI Language: agreed, only here, only there, and the cost.")
        {
            Inputs, Endpoint, Key, Price, Json,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new CompareOptions
            {
                Inputs = parsed.GetRequiredValue(Inputs),
                Endpoint = parsed.GetValue(Endpoint),
                Key = parsed.GetValue(Key),
                UsdPerThousandTextRecords = parsed.GetValue(Price),
                Json = parsed.GetValue(Json),
            },
            Console.Out,
            Console.Error,
            cancellationToken));
        return command;
    }

    /// <returns>0, or 2 with a sentence on <paramref name="error"/> when an input is missing or the service refuses.</returns>
    public static async Task<int> RunAsync(CompareOptions options, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        try
        {
            if (options.Endpoint is { IsAbsoluteUri: false })
                throw new ArgumentException($"--endpoint {options.Endpoint}: give an address such as https://NAME.cognitiveservices.azure.com");
            var report = await ProviderComparison.RunAsync(
                options, InputFiles.Expand(options.Inputs), TimeProvider.System, cancellationToken);
            ReportText.Write(report, output);
            if (options.Json is { } file)
                await File.WriteAllTextAsync(file, JsonSerializer.Serialize(report, Readable), cancellationToken);
            return 0;
        }
        catch (Exception failure) when (failure
            is InputNotFoundException or ArgumentException or RequestFailedException or AuthenticationFailedException or IOException)
        {
            await error.WriteLineAsync(failure.Message);
            return CouldNotRun;
        }
    }
}
