using System.Text.Json;
using Azure;
using Azure.AI.TextAnalytics;

namespace Pipeline.Ingestion.Language.Service;

/// <summary>
/// Lets documents of this instance that wait at the same time share a request, up to the service's caps. Thread safe.
/// </summary>
/// <param name="send">Sends documents with the ids "0", "1", ... and answers in their order.</param>
/// <param name="mostDocuments">The service's cap for the feature.</param>
/// <param name="wait">How long the first document of a request waits for others.</param>
/// <param name="time">Measures the wait.</param>
internal sealed class RequestBatcher<T>(
    Func<IReadOnlyList<TextDocumentInput>, CancellationToken, Task<IReadOnlyList<DocumentAnswer<T>>>> send,
    int mostDocuments, TimeSpan wait, TimeProvider time)
{
    private readonly Lock _gate = new();
    private List<Waiting> _waiting = [];
    private int _bytes;

    /// <summary>Throws what the request threw, for all of its documents.</summary>
    public Task<DocumentAnswer<T>> AskAsync(string text, string language, CancellationToken cancellationToken)
    {
        var document = new Waiting(text, language, ServiceLimits.BytesInJson(text));
        lock (_gate)
        {
            // A document that would burst the request sends off those before it.
            if (_waiting.Count > 0 && _bytes + document.Bytes > ServiceLimits.RequestBytes)
                Start(TakeAll());
            _waiting.Add(document);
            _bytes += document.Bytes;
            if (_waiting.Count == mostDocuments)
                Start(TakeAll());
            else if (_waiting.Count == 1)
                StartLater(_waiting);
        }
        return document.Answer.Task.WaitAsync(cancellationToken);
    }

    private static TextDocumentInput Input(Waiting document, int index) =>
        new(index.ToString(System.Globalization.CultureInfo.InvariantCulture), document.Text) { Language = document.Language };

    private List<Waiting> TakeAll()
    {
        var taken = _waiting;
        (_waiting, _bytes) = ([], 0);
        return taken;
    }

    private void Start(List<Waiting> documents) => _ = Task.Run(() => SendAsync(documents));

    private void StartLater(List<Waiting> documents) => _ = Task.Run(async () =>
    {
        await Task.Delay(wait, time);
        lock (_gate)
        {
            if (!ReferenceEquals(_waiting, documents))
                return;
            TakeAll();
        }
        await SendAsync(documents);
    });

    // one request -> an answer for each document
    //             -> refused as a whole (400, 413): each document alone, so that one cannot spoil the others
    //             -> any other failure: the failure of them all
    private async Task SendAsync(List<Waiting> documents)
    {
        try
        {
            // A caller that gives up leaves the others' request alone; the client's own timeout bounds it.
            var answers = await send([.. documents.Select(Input)], CancellationToken.None);
            for (var i = 0; i < documents.Count; i++)
                documents[i].Answer.TrySetResult(answers[i]);
        }
        catch (RequestFailedException refused) when (refused.Status is 400 or 413 && documents.Count > 1)
        {
            foreach (var document in documents)
                await SendAsync([document]);
        }
        catch (RequestFailedException refused) when (refused.Status is 400 or 413)
        {
            documents[0].Answer.TrySetResult(new DocumentAnswer<T>([], "", $"The language service refused the text ({refused.ErrorCode})."));
        }
        catch (Exception failure) when (failure is JsonException or OperationCanceledException)
        {
            // An answer that breaks off, or none in time: the service cannot answer now.
            Fail(documents, new RequestFailedException(0, "The language service gave no readable answer in time.", failure));
        }
#pragma warning disable CA1031 // Every failure goes to those who wait for the answer.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Fail(documents, failure);
        }
    }

    private static void Fail(List<Waiting> documents, Exception failure)
    {
        foreach (var document in documents)
            document.Answer.TrySetException(failure);
    }

    private sealed record Waiting(string Text, string Language, int Bytes)
    {
        public TaskCompletionSource<DocumentAnswer<T>> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
