using System.IO.Compression;
using System.Text.Json;
using Pipeline.Articles.Cleaning;
using Pipeline.Articles.Languages;
using Pipeline.Local.Cleaning;
using Pipeline.Local.Inputs;

namespace Pipeline.Local.Tests.Cleaning;

public sealed class CleanRunTests : IDisposable
{
    private const string Article = """
        River bridge closes for a whole year

        The old bridge over the river will be closed from Monday, the city council said, and it will stay closed for a year.

        Engineers found cracks in two of its five piers in March. "We could not wait any longer," said the head of the works.

        Share on Facebook

        © 2024 The Town Crier. All rights reserved.
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_Article_PrintsMetadataAndTextWithoutFurniture()
    {
        var (code, output) = await RunAsync([Write("a.txt", Article)], new Paint(isTerminal: false), showRemoved: false);

        Assert.Equal(0, code);
        Assert.Contains("Title      River bridge closes for a whole year  ‹headline›", output, StringComparison.Ordinal);
        Assert.Contains("Copyright  The Town Crier  ‹copyright: © 2024 The Town Crier. All rights reserved.›", output, StringComparison.Ordinal);
        Assert.Contains("Engineers found cracks", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Share on Facebook", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
    }

    [Fact]
    public async Task Run_ShowRemoved_PrintsTheWholeTextWithEachSpanUnderItsRule()
    {
        var (_, output) = await RunAsync([Write("a.txt", Article)], new Paint(isTerminal: false), showRemoved: true);

        Assert.Contains("⟦copyright: © 2024 The Town Crier. All rights reserved.", output, StringComparison.Ordinal);
        var received = System.Text.RegularExpressions.Regex.Replace(output[(output.IndexOf("⟦title", StringComparison.Ordinal))..], "⟦[a-z-]+: |⟧", "");
        Assert.Equal(Article.ReplaceLineEndings("\n"), received.ReplaceLineEndings("\n").TrimEnd());
    }

    [Fact]
    public async Task Run_Batch_ShowsEachEntryAndFailsForTheBrokenOne()
    {
        var line = JsonSerializer.Serialize(new { text = Article, author = "Jane Doe" });

        var (code, output) = await RunAsync([Write("batch.jsonl", $"{line}\n{{\"text\": \n{line}\n")], new Paint(isTerminal: false), showRemoved: false);

        Assert.Equal(1, code);
        Assert.Contains("batch.jsonl > line 1", output, StringComparison.Ordinal);
        Assert.Contains("No article (", output, StringComparison.Ordinal);
        Assert.Contains("batch.jsonl > line 3", output, StringComparison.Ordinal);
        Assert.Equal(2, output.Split("Jane Doe  ‹given›").Length - 1);
    }

    [Fact]
    public async Task Run_Zip_ShowsItsFiles()
    {
        var path = Path.Combine(_folder.Path, "pages.zip");
        await using (var zip = await ZipFile.OpenAsync(path, ZipArchiveMode.Create))
        {
            await using var entry = await zip.CreateEntry("inner/a.txt").OpenAsync();
            await entry.WriteAsync(System.Text.Encoding.UTF8.GetBytes(Article));
        }

        var (code, output) = await RunAsync([path], new Paint(isTerminal: false), showRemoved: false);

        Assert.Equal(0, code);
        Assert.Contains("pages.zip > inner/a.txt", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Json_IsOneObjectALineWhoseSpansAreTheReceivedText()
    {
        var output = new StringWriter();

        await new CleanRun(Cleaner(), TimeProvider.System, new JsonCleanView(output)).RunAsync([Write("a.txt", Article)], CancellationToken.None);

        using var json = JsonDocument.Parse(output.ToString());
        var audit = json.RootElement.GetProperty("audit");
        var spans = audit.GetProperty("kept").EnumerateArray().Concat(audit.GetProperty("removed").EnumerateArray())
            .Select(span => (Offset: span.GetProperty("offset").GetInt32(), Length: span.GetProperty("length").GetInt32())).OrderBy(span => span.Offset).ToList();
        Assert.Equal(Article.Length, spans.Sum(span => span.Length));
        Assert.All(spans.Zip(spans.Skip(1)), pair => Assert.Equal(pair.First.Offset + pair.First.Length, pair.Second.Offset));
        Assert.Equal("River bridge closes for a whole year", json.RootElement.GetProperty("metadata").GetProperty("title").GetProperty("value").GetString());
    }

    [Fact]
    public async Task Run_TextThatSteersTerminals_IsShownButNotObeyed()
    {
        var (_, output) = await RunAsync([Write("a.txt", Article.Replace("Engineers", "\u001b[2JEngineers", StringComparison.Ordinal))], new Paint(isTerminal: true), showRemoved: true);

        Assert.DoesNotContain("\u001b[2J", output, StringComparison.Ordinal);
        Assert.Contains("\u001b[31m", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_MissingFile_SaysSoBeforeAnythingIsPrinted()
    {
        var output = new StringWriter();
        var run = new CleanRun(Cleaner(), TimeProvider.System, new TextCleanView(output, new Paint(isTerminal: false), showRemoved: false));

        await Assert.ThrowsAsync<InputNotFoundException>(() => run.RunAsync([Write("a.txt", Article), Path.Combine(_folder.Path, "none.txt")], CancellationToken.None));

        Assert.Empty(output.ToString());
    }

    private static ArticleCleaner Cleaner() => new(LanguageIdentifier.Default);

    private static async Task<(int Code, string Output)> RunAsync(string[] files, Paint paint, bool showRemoved)
    {
        var output = new StringWriter();
        return (await new CleanRun(Cleaner(), TimeProvider.System, new TextCleanView(output, paint, showRemoved)).RunAsync(files, CancellationToken.None), output.ToString());
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.Path, name);
        File.WriteAllText(path, text.ReplaceLineEndings("\n"));
        return path;
    }
}
