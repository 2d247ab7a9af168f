using Azure.AI.TextAnalytics;
using Pipeline.Ingestion.Language;
using Pipeline.Ingestion.Language.Service;

namespace Pipeline.Ingestion.Tests.Language;

public sealed class RequestBatcherTests
{
    private readonly List<IReadOnlyList<TextDocumentInput>> _sent = [];

    [Fact]
    public async Task AskAsync_TextsBeyondOneMegabyte_SeveralRequests()
    {
        // Six bytes a character inside JSON: three of these texts are more than a request takes.
        var text = new string('\u4E2D', 80_000);
        var batcher = Batcher(mostDocuments: 5, wait: TimeSpan.FromMilliseconds(100));
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => batcher.AskAsync(text, "zh-hans", default)));
        Assert.Equal([1, 2, 2], _sent.Select(documents => documents.Count).Order());
    }

    [Fact]
    public async Task AskAsync_OneDocument_SentAfterTheWait()
    {
        var answer = await Batcher(mostDocuments: 5, wait: TimeSpan.FromMilliseconds(10)).AskAsync("alone", "en", default);
        Assert.Equal(["alone"], answer.Items);
        Assert.Single(_sent);
    }

    [Fact]
    public async Task AskAsync_OneOfManyGivesUp_TheOthersAreAnswered()
    {
        var batcher = Batcher(mostDocuments: 2, wait: TimeSpan.FromSeconds(30));
        using var impatient = new CancellationTokenSource();
        var first = batcher.AskAsync("first", "en", impatient.Token);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Equal(["second"], (await batcher.AskAsync("second", "en", default)).Items);
    }

    [Fact]
    public async Task ExtractAsync_SeveralPieces_MergedByRankWithoutDoubles()
    {
        // Each piece answers with its own phrases, one of them shared.
        var batcher = new RequestBatcher<string>(
            (documents, _) => Task.FromResult<IReadOnlyList<DocumentAnswer<string>>>(
                [.. documents.Select(document => new DocumentAnswer<string>([document.Text[..1], "Shared", document.Text[..1] + "2"], "1", null))]),
            mostDocuments: 10, TimeSpan.Zero, TimeProvider.System);
        var text = string.Concat("ABC".Select(letter => new string(letter, 5_119) + "\n"));
        var result = await new ServiceKeyPhraseProvider(batcher, most: 6).ExtractAsync(new AnalysisRequest("", text, "en"), default);
        Assert.Equal(["A", "B", "C", "Shared", "A2", "B2"], result.Items.Select(phrase => phrase.Text));
        Assert.Equal([1, 2, 3, 4, 5, 6], result.Items.Select(phrase => phrase.Rank));
    }

    private RequestBatcher<string> Batcher(int mostDocuments, TimeSpan wait) => new(
        (documents, _) =>
        {
            lock (_sent)
                _sent.Add(documents);
            return Task.FromResult<IReadOnlyList<DocumentAnswer<string>>>(
                [.. documents.Select(document => new DocumentAnswer<string>([document.Text], "1", null))]);
        },
        mostDocuments, wait, TimeProvider.System);
}
