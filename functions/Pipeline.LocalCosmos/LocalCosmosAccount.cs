using Microsoft.Azure.Cosmos;
using Pipeline.LocalCosmos.Faults;
using Pipeline.LocalCosmos.Protocol;
using Pipeline.LocalCosmos.Storage;

namespace Pipeline.LocalCosmos;

/// <summary>
/// A Cosmos DB account on one SQLite file, for the real SDK in gateway mode. Open it once per file and process, share it
/// among any number of clients and threads, and dispose it after they are done.
/// </summary>
public sealed class LocalCosmosAccount : IDisposable
{
    private readonly StorageEngine _storage;
    private readonly Gateway _gateway;
    private int _disposed;

    private LocalCosmosAccount(StorageEngine storage, LocalCosmosOptions? options)
    {
        options ??= new LocalCosmosOptions();
        _storage = storage;
        _gateway = new Gateway(storage, options.TimeProvider);
    }

    /// <summary>The address that clients in this process use; nothing listens there, the handler answers.</summary>
    public static Uri Endpoint { get; } = new("http://local-cosmos.localhost/");

    /// <summary>
    /// The key that Microsoft publishes for its emulator, the same for everybody, so that tools which know it need no other.
    /// It protects nothing: the account is this process' own.
    /// </summary>
    public static string Key =>
        "C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEHLM+4QDU5DE2nQ9nDuVTqobD4b8mGGyPMbIZnqyMsEcaGQy67XIw/Jw==";

    /// <summary>Makes chosen requests fail, for tests.</summary>
    public FaultInjector Faults { get; } = new();

    /// <summary>Opens the account kept in a file, which is created, with its folder, when there is none.</summary>
    /// <exception cref="IOException">The file is open elsewhere, cannot be written, or is no database.</exception>
    public static LocalCosmosAccount Open(string path, LocalCosmosOptions? options = null) =>
        new(StorageEngine.Open(path), options);

    /// <summary>Opens an empty account that is gone after dispose.</summary>
    public static LocalCosmosAccount OpenTemporary(LocalCosmosOptions? options = null) =>
        new(StorageEngine.OpenTemporary(), options);

    /// <summary>A handler for <c>CosmosClientOptions.HttpClientFactory</c>; all handlers of an account are equal.</summary>
    public LocalCosmosHandler CreateHandler() => new(_gateway, Faults);

    /// <summary>Lets a client's options lead to this account; other settings stay as they are.</summary>
    /// <returns>The same options.</returns>
    public CosmosClientOptions Configure(CosmosClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.ConnectionMode = ConnectionMode.Gateway;
        options.LimitToEndpoint = true;
        options.HttpClientFactory = () => new HttpClient(CreateHandler(), disposeHandler: true);
        return options;
    }

    /// <summary>A client of this account; the caller disposes it.</summary>
    public CosmosClient CreateClient(CosmosClientOptions? options = null) =>
        new(Endpoint.AbsoluteUri, Key, Configure(options ?? new CosmosClientOptions()));

    /// <summary>Ends the waiting writes, then closes the file. Requests that come later fail.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
            _storage.Dispose();
    }
}
