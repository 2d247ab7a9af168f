using System.Text.Json;

namespace Pipeline.Benchmarks.Cost;

/// <summary>What one article costs in operations and time, measured; averages over a run.</summary>
internal sealed record MeasuredOperations
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private static readonly JsonSerializerOptions Written = new(Web) { WriteIndented = true };

    public required DateOnly MeasuredOn { get; init; }

    /// <summary>The command that gave the figures.</summary>
    public required string Command { get; init; }

    public required double BlobWritesPerArticle { get; init; }

    public required double BlobReadsPerArticle { get; init; }

    public required double BlobDeletesPerArticle { get; init; }

    public required double QueueOperationsPerArticle { get; init; }

    public required double CosmosRequestsPerArticle { get; init; }

    public required double RuPerArticle { get; init; }

    /// <summary>Processor time of the process that runs the functions.</summary>
    public required double CpuMsPerArticle { get; init; }

    /// <summary>Function calls, one for each stage.</summary>
    public required double ExecutionsPerArticle { get; init; }

    /// <summary>The text that is analysed, in text elements.</summary>
    public required double CharactersPerArticle { get; init; }

    /// <summary>What stays in blobs: the dropped file and the audit.</summary>
    public required double BlobBytesPerArticle { get; init; }

    /// <summary>What stays in the database: the document and, for a month, its fingerprints.</summary>
    public required double CosmosBytesPerArticle { get; init; }

    /// <exception cref="JsonException">The file lacks a figure.</exception>
    public static MeasuredOperations Read(FileInfo file)
    {
        using var stream = file.OpenRead();
        return JsonSerializer.Deserialize<MeasuredOperations>(stream, Web) ?? throw new JsonException($"{file} is empty.");
    }

    public void Write(FileInfo file) =>
        File.WriteAllText(file.FullName, JsonSerializer.Serialize(this, Written) + Environment.NewLine);
}
