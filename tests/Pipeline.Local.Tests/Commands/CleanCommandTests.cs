using System.Diagnostics;
using Pipeline.Local.Commands;

namespace Pipeline.Local.Tests.Commands;

/// <summary>The command as a shell sees it: a process with its standard input, its output and its exit code.</summary>
public class CleanCommandTests
{
    private const string Article = """
        River bridge closes for a whole year

        The old bridge over the river will be closed from Monday, the city council said, and it will stay closed for a year.

        Engineers found cracks in two of its five piers in March. "We could not wait any longer," said the head of the works.

        Share on Facebook
        """;

    [Fact]
    public async Task Clean_StandardInput_PrintsItsArticle()
    {
        var (code, output, _) = await RunAsync(["-"], Article);

        Assert.Equal(0, code);
        Assert.Contains("River bridge closes for a whole year", output, StringComparison.Ordinal);
        Assert.Contains("Engineers found cracks", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Share on Facebook", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clean_StandardInputWithoutArticle_ExitsWithOne()
    {
        var (code, output, _) = await RunAsync(["-"], "Page not found\n");

        Assert.Equal(1, code);
        Assert.Contains("No article", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clean_FileThatIsNotThere_ExitsWithTwoAndNamesIt()
    {
        var (code, output, error) = await RunAsync(["-", "no-such-file.txt"], Article);

        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.Contains("no-such-file.txt", error, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(string[] arguments, string input)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in (string[])[typeof(CleanCommand).Assembly.Location, "clean", .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
