using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Pipeline.Local.Hosting.Blobs;

/// <summary>
/// Which version of each blob a function has dealt with, kept in the container "azure-webjobs-hosts". The Functions host
/// writes one empty blob for each; here they are lines of an append blob, many to a request, so that a start reads them all
/// at once: a line is an ETag, a space and the blob's escaped name, and a blob's last line counts.
/// Loading and flushing are for one caller at a time; all else is thread safe.
/// </summary>
internal sealed class BlobReceipts
{
    private const string Container = "azure-webjobs-hosts";

    // An append blob takes 50,000 blocks of 4 MiB each.
    private const int MostBlocks = 10_000;
    private const int MostLinesOfABlock = 2_000;

    // In place of an ETag: the blob was deleted.
    private const string Gone = "-";

    private readonly BlobContainerClient _container;
    private readonly BlobClient _snapshot;
    private readonly AppendBlobClient _journal;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Receipt> _receipts = new(StringComparer.Ordinal);
    private readonly Queue<string> _unwritten = new();
    private int _scan;
    private int _blocks;

    public BlobReceipts(BlobServiceClient service, string function)
    {
        _container = service.GetBlobContainerClient(Container);
        _snapshot = _container.GetBlobClient($"blobreceipts/local/{function}/snapshot");
        _journal = _container.GetAppendBlobClient($"blobreceipts/local/{function}/journal");
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await _container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        var old = await ReadAsync(_snapshot, cancellationToken);
        var recent = await ReadAsync(_journal, cancellationToken);
        lock (_gate)
        {
            foreach (var line in old.Concat(recent))
            {
                var space = line.IndexOf(' ', StringComparison.Ordinal);
                Load(Uri.UnescapeDataString(line[(space + 1)..]), line[..space]);
            }
        }

        if (recent.Length > 0)
        {
            await CompactAsync(cancellationToken);
        }
        else
        {
            await _journal.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        }
    }

    public bool Has(BlobVersion version)
    {
        lock (_gate)
        {
            return _receipts.TryGetValue(version.Name, out var receipt) && receipt.Tag == version.Tag;
        }
    }

    /// <summary>Counts at once; lasts once <see cref="FlushAsync"/> has returned.</summary>
    public void Add(BlobVersion version)
    {
        lock (_gate)
        {
            _receipts[version.Name] = new Receipt(version.Tag, _scan);
            _unwritten.Enqueue(Line(version.Name, version.Tag));
        }
    }

    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        while (NextBlock() is { Length: > 0 } block)
        {
            await AppendAsync(block, cancellationToken);
        }
    }

    /// <summary>A listing of all blobs begins: every name in it is to be told by <see cref="Seen"/>.</summary>
    public void BeginScan()
    {
        lock (_gate)
        {
            _scan++;
        }
    }

    public void Seen(string name)
    {
        lock (_gate)
        {
            if (_receipts.TryGetValue(name, out var receipt))
            {
                _receipts[name] = receipt with { Scan = _scan };
            }
        }
    }

    /// <summary>The listing is complete.</summary>
    /// <returns>Blobs with a receipt that are gone.</returns>
    public IReadOnlyList<string> EndScan()
    {
        lock (_gate)
        {
            return [.. _receipts.Where(receipt => receipt.Value.Scan != _scan).Select(receipt => receipt.Key)];
        }
    }

    /// <summary>The blob is gone, and its receipt of no more use. Lasts once <see cref="FlushAsync"/> has returned.</summary>
    public void Remove(string name)
    {
        lock (_gate)
        {
            if (_receipts.Remove(name))
            {
                _unwritten.Enqueue(Line(name, Gone));
            }
        }
    }

    private void Load(string name, string tag)
    {
        if (tag == Gone)
        {
            _receipts.Remove(name);
        }
        else
        {
            _receipts[name] = new Receipt(tag, 0);
        }
    }

    private static string Line(string name, string tag) => $"{tag} {Uri.EscapeDataString(name)}\n";

    private static async Task<string[]> ReadAsync(BlobBaseClient blob, CancellationToken cancellationToken)
    {
        try
        {
            var content = await blob.DownloadContentAsync(cancellationToken);
            return content.Value.Content.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
        catch (RequestFailedException error) when (error.Status == 404)
        {
            return [];
        }
    }

    private string NextBlock()
    {
        lock (_gate)
        {
            var block = new StringBuilder();
            for (var lines = 0; lines < MostLinesOfABlock && _unwritten.TryDequeue(out var line); lines++)
            {
                block.Append(line);
            }

            return block.ToString();
        }
    }

    private async Task AppendAsync(string block, CancellationToken cancellationToken)
    {
        try
        {
            if (++_blocks >= MostBlocks)
            {
                await CompactAsync(cancellationToken);
            }

            using var content = new MemoryStream(Encoding.UTF8.GetBytes(block));
            await _journal.AppendBlockAsync(content, cancellationToken: cancellationToken);
        }
        catch
        {
            // Order among blobs is of no matter, so what could not be written goes to the end.
            lock (_gate)
            {
                foreach (var line in block.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                {
                    _unwritten.Enqueue(line + "\n");
                }
            }

            throw;
        }
    }

    // The snapshot replaces the old one as a whole, and a journal that repeats it does no harm: safe at any interruption.
    private async Task CompactAsync(CancellationToken cancellationToken)
    {
        string all;
        lock (_gate)
        {
            all = string.Concat(_receipts.Select(receipt => Line(receipt.Key, receipt.Value.Tag)));
        }

        await _snapshot.UploadAsync(BinaryData.FromString(all), overwrite: true, cancellationToken);
        await _journal.CreateAsync(new AppendBlobCreateOptions(), cancellationToken);
        _blocks = 0;
    }

    private readonly record struct Receipt(string Tag, int Scan);
}
