using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.AI.TextAnalytics;

/// <summary>The members of the real client that the pipeline calls, over the service's REST contract.</summary>
public partial class TextAnalyticsClient
{
    private readonly HttpPipeline _pipeline;
    private readonly Uri _address;

    /// <summary>For mocks.</summary>
    protected TextAnalyticsClient()
    {
    }

    public TextAnalyticsClient(Uri endpoint, AzureKeyCredential credential)
        : this(endpoint, credential, new TextAnalyticsClientOptions())
    {
    }

    public TextAnalyticsClient(Uri endpoint, AzureKeyCredential credential, TextAnalyticsClientOptions options)
        : this(endpoint, options, new KeyPolicy(credential))
    {
    }

    public TextAnalyticsClient(Uri endpoint, TokenCredential credential)
        : this(endpoint, credential, new TextAnalyticsClientOptions())
    {
    }

    public TextAnalyticsClient(Uri endpoint, TokenCredential credential, TextAnalyticsClientOptions options)
        : this(endpoint, options, new BearerTokenAuthenticationPolicy(credential, TextAnalyticsClientOptions.Scope))
    {
    }

    private TextAnalyticsClient(Uri endpoint, ClientOptions options, HttpPipelinePolicy authentication)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(options);
        _address = new Uri(endpoint, "/language/:analyze-text?api-version=2023-04-01");
        _pipeline = HttpPipelineBuilder.Build(options, authentication);
    }

    public virtual Task<Response<RecognizeEntitiesResultCollection>> RecognizeEntitiesBatchAsync(
        IEnumerable<TextDocumentInput> documents, TextAnalyticsRequestOptions options = null, CancellationToken cancellationToken = default) =>
        AnalyseAsync("EntityRecognition", documents, options, true, AnswerReader.Entities, cancellationToken);

    public virtual Task<Response<ExtractKeyPhrasesResultCollection>> ExtractKeyPhrasesBatchAsync(
        IEnumerable<TextDocumentInput> documents, TextAnalyticsRequestOptions options = null, CancellationToken cancellationToken = default) =>
        AnalyseAsync("KeyPhraseExtraction", documents, options, false, AnswerReader.KeyPhrases, cancellationToken);

    private async Task<Response<T>> AnalyseAsync<T>(
        string kind, IEnumerable<TextDocumentInput> documents, TextAnalyticsRequestOptions options, bool offsets,
        Func<JsonElement, List<TextDocumentInput>, T> read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var inputs = documents.ToList();
        using var message = _pipeline.CreateMessage();
        message.Request.Method = RequestMethod.Post;
        message.Request.Uri.Reset(_address);
        message.Request.Headers.SetValue("Content-Type", "application/json");
        message.Request.Headers.SetValue("Accept", "application/json");
        message.Request.Content = RequestContent.Create(RequestWriter.Write(kind, inputs, options ?? new TextAnalyticsRequestOptions(), offsets));
        await _pipeline.SendAsync(message, cancellationToken);
        if (message.Response.Status != 200)
            throw new RequestFailedException(message.Response);
        using var body = JsonDocument.Parse(message.Response.Content);
        return Response.FromValue(read(body.RootElement, inputs), message.Response);
    }
}
