using System.Diagnostics;
using System.Globalization;

namespace Pipeline.Local.Azurite;

/// <summary>The storage emulator as a child process. Ends with <see cref="DisposeAsync"/> or with this process, however that ends.</summary>
public sealed class AzuriteProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    // Saving the index takes about a second per 100,000 blobs.
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(15);

    private readonly Process _process;
    private readonly AzuriteOutput _output;
    private readonly AzuriteOptions _options;

    private AzuriteProcess(Process process, AzuriteOutput output, AzuriteOptions options)
    {
        (_process, _output, _options) = (process, output, options);
    }

    public int ProcessId => _process.Id;

    public Uri BlobEndpoint => _output.BlobEndpoint;

    public Uri QueueEndpoint => _output.QueueEndpoint;

    /// <summary>Of the first account.</summary>
    public string ConnectionString => ConnectionStringFor(_options.Accounts[0]);

    public string ConnectionStringFor(AzuriteAccount account) =>
        $"DefaultEndpointsProtocol=http;AccountName={account.Name};AccountKey={account.Key};" +
        $"BlobEndpoint={BlobEndpoint}{account.Name};QueueEndpoint={QueueEndpoint}{account.Name};";

    /// <summary>With everything at its default.</summary>
    public static Task<AzuriteProcess> StartAsync(string dataFolder, CancellationToken cancellationToken = default) =>
        StartAsync(new AzuriteOptions { DataFolder = dataFolder }, cancellationToken);

    /// <summary>
    /// Installs Azurite when needed, starts it and returns once it answers.
    /// </summary>
    /// <exception cref="NodeMissingException">This machine has no Node.js.</exception>
    /// <exception cref="InvalidOperationException">npm or Azurite failed; the message holds what they said.</exception>
    public static async Task<AzuriteProcess> StartAsync(AzuriteOptions options, CancellationToken cancellationToken = default)
    {
        var tools = NodeTools.Find();
        var script = await NodeModules.EnsureAzuriteAsync(RepositoryRoot.Find(), tools, cancellationToken);
        if (options.DataFolder is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        var process = Process.Start(Command(tools, script, options)) ?? throw new NodeMissingException();
        var output = new AzuriteOutput(process);
        try
        {
            await output.ListeningAsync().WaitAsync(StartLimit, cancellationToken);
            return new AzuriteProcess(process, output, options);
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            process.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_options.DataFolder is null)
        {
            _process.Kill(entireProcessTree: true);
        }
        else
        {
            _process.StandardInput.Close();
        }

        using var limit = new CancellationTokenSource(StopLimit);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private static ProcessStartInfo Command(NodeTools tools, string script, AzuriteOptions options)
    {
        string[] arguments =
        [
            "-e", AzuriteScript.Text, script,
            .. options.DataFolder is { } folder ? ["--location", folder] : new[] { "--inMemoryPersistence" },
            "--blobPort", options.BlobPort.ToString(CultureInfo.InvariantCulture),
            "--queuePort", options.QueuePort.ToString(CultureInfo.InvariantCulture),
            "--tablePort", "0",
            "--silent", "--disableTelemetry", "--skipApiVersionCheck",
            // The client keeps idle connections for a minute; a server that closes them after five seconds makes it retry.
            "--blobKeepAliveTimeout", "300", "--queueKeepAliveTimeout", "300",
        ];
        return new ProcessStartInfo(tools.Node, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            CreateNoWindow = true,
            Environment =
            {
                ["AZURITE_ACCOUNTS"] = string.Join(';', options.Accounts.Select(account => $"{account.Name}:{account.Key}")),
                ["NODE_NO_WARNINGS"] = "1",
            },
        };
    }
}
