using System.Diagnostics;
using System.Text;

namespace Pipeline.Local.Azurite;

/// <summary>Reads what Azurite prints: the addresses that it chose, and its last words when it fails.</summary>
internal sealed class AzuriteOutput
{
    private const string BlobMark = "Azurite Blob service is successfully listening at ";
    private const string QueueMark = "Azurite Queue service is successfully listening at ";
    private const string LastMark = "Azurite Table service is successfully listening at ";

    private readonly TaskCompletionSource _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StringBuilder _said = new();
    private Uri? _blob;
    private Uri? _queue;

    public AzuriteOutput(Process process)
    {
        process.EnableRaisingEvents = true;
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.Exited += (_, _) =>
        {
            process.WaitForExit();
            _listening.TrySetException(new InvalidOperationException($"Azurite did not start: {Said}"));
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri BlobEndpoint => _blob ?? throw new InvalidOperationException("Azurite is not listening yet.");

    public Uri QueueEndpoint => _queue ?? throw new InvalidOperationException("Azurite is not listening yet.");

    private string Said
    {
        get
        {
            lock (_said)
            {
                return _said.ToString().Trim();
            }
        }
    }

    /// <summary>Completes when all services listen; fails when Azurite ends before that.</summary>
    public Task ListeningAsync() => _listening.Task;

    private void Read(string? line)
    {
        if (line is null || _listening.Task.IsCompleted)
        {
            return;
        }

        lock (_said)
        {
            _said.AppendLine(line);
        }

        if (line.StartsWith(BlobMark, StringComparison.Ordinal))
        {
            _blob = new Uri(line[BlobMark.Length..]);
        }
        else if (line.StartsWith(QueueMark, StringComparison.Ordinal))
        {
            _queue = new Uri(line[QueueMark.Length..]);
        }
        else if (line.StartsWith(LastMark, StringComparison.Ordinal))
        {
            _listening.TrySetResult();
        }
    }
}
