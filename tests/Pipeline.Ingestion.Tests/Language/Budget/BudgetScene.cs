using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Time.Testing;
using Pipeline.Ingestion.Language;
using Pipeline.Ingestion.Language.Budget;
using Pipeline.Testing.InMemory;

namespace Pipeline.Ingestion.Tests.Language.Budget;

/// <summary>Instances of the app that share a day's budget.</summary>
internal sealed class BudgetScene : IDisposable
{
    private readonly CountingStorage _storage;
    private readonly List<LanguageBudget> _instances = [];

    public BudgetScene(long limit)
    {
        Limit = limit;
        _storage = new CountingStorage(new InMemoryStorage(Clock));
        Container = new BlobServiceClient(
            InMemoryStorage.ConnectionString, new BlobClientOptions { Transport = new HttpClientTransport(_storage) })
            .GetBlobContainerClient(PipelineMap.CacheContainer);
        Container.Create();
        _storage.Requests = 0;
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 8, 1, 15, 30, 0, TimeSpan.Zero));

    public BlobContainerClient Container { get; }

    public int Requests => _storage.Requests;

    private long Limit { get; }

    public LanguageBudget Instance()
    {
        var options = new LanguageOptions { Entities = LanguageOptions.Azure, DailyTextRecords = Limit };

        // The pauses between writers that meet run on real time: the scene's clock stands still.
        var ledger = new BudgetLedger(Container, TimeProvider.System, Random.Shared);
        _instances.Add(new LanguageBudget(ledger, options, Clock, new Random(1)));
        return _instances[^1];
    }

    public void Dispose()
    {
        _instances.ForEach(instance => instance.Dispose());
        _storage.Dispose();
    }

    private sealed class CountingStorage(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        private int _requests;

        public int Requests
        {
            get => Volatile.Read(ref _requests);
            set => Volatile.Write(ref _requests, value);
        }

        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _requests);
            return base.Send(request, cancellationToken);
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _requests);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
