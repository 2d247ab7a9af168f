using System.CommandLine;
using Pipeline.Articles.Cleaning;
using Pipeline.Articles.Languages;
using Pipeline.Local.Cleaning;
using Pipeline.Local.Inputs;
using Spectre.Console;

namespace Pipeline.Local.Commands;

/// <summary>Cleans files without storing anything, and shows what the cleaner found and took out.</summary>
internal static class CleanCommand
{
    private static readonly Argument<string[]> Files = new("file")
    {
        Description = "Files, folders or globs (in quotes) of any format that the pipeline takes, batches included; - for standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<bool> ShowRemoved = new("--show-removed")
    {
        Description = "Print the whole received text instead of the article, each removed span in ⟦rule: …⟧. White space beside kept text stays unmarked.",
    };

    private static readonly Option<bool> Json = new("--json")
    {
        Description = "Print one JSON object a line for each article: metadata with sources, text, audit with offsets.",
    };

    public static Command Create()
    {
        var command = new Command("clean", "Clean files and print title, metadata, the article and, if asked, what was removed. Exit code: 0 all are articles, 1 some are not, 2 a file cannot be read.")
        {
            Files, ShowRemoved, Json,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        const int CouldNotRun = 2;
        var isTerminal = !Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities.Ansi;
        ICleanView view = parsed.GetValue(Json) ? new JsonCleanView(Console.Out) : new TextCleanView(Console.Out, new Paint(isTerminal), parsed.GetValue(ShowRemoved));
        var run = new CleanRun(new ArticleCleaner(LanguageIdentifier.Default), TimeProvider.System, view);
        try
        {
            return await run.RunAsync(parsed.GetRequiredValue(Files), cancellationToken);
        }
        catch (Exception exception) when (exception is InputNotFoundException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return CouldNotRun;
        }
    }
}
