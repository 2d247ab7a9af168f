using System.Text.Json;
using Pipeline.Ingestion;
using Pipeline.Ingestion.Documents;

namespace Pipeline.Local.Output;

/// <summary>
/// Writes every stored document as one JSON line. A document stored again in a newer version stands there again; the same
/// version, told of twice because an earlier run had stored it just before it was killed, stands there once.
/// </summary>
internal sealed class JsonLinesOutput : IPipelineObserver, IDisposable
{
    private static readonly byte[] NewLine = "\n"u8.ToArray();

    private readonly Lock _lock = new();
    private readonly HashSet<(string Id, string Version)> _written = [];
    private readonly FileStream _file;

    public JsonLinesOutput(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        _file = File.Create(path);
    }

    public void Stored(ArticleDocument document)
    {
        var line = JsonSerializer.SerializeToUtf8Bytes(document, DocumentJson.Readable.ArticleDocument);
        lock (_lock)
        {
            if (!_written.Add((document.Id, document.Provenance.ETag)))
            {
                return;
            }

            _file.Write(line);
            _file.Write(NewLine);
            _file.Flush();
        }
    }

    public void Dispose() => _file.Dispose();
}
