using System.Text.Json.Nodes;
using Pipeline.Articles.Entities.Patterns;
using Pipeline.Articles.Entities.Tagging;
using Pipeline.Articles.Tokens;
using Pipeline.Benchmarks.Entities.Training.Network;

namespace Pipeline.Benchmarks.Entities.Training;

/// <summary>Reads annotated documents into sentences of features and tags.</summary>
internal sealed class TrainingCorpus
{
    private readonly byte[]? _firstTags;

    /// <param name="firstTags">For the second stage: what the first said of every token, in the same order.</param>
    public TrainingCorpus(byte[]? firstTags = null) => _firstTags = firstTags;

    public const int Folds = 2;

    public FeatureStore Features { get; } = new();

    /// <summary>What the network is told of the same tokens; only for the first stage, the second has the same scores.</summary>
    public NetworkStore Network { get; } = new();

    public List<TrainingSentence> Sentences { get; } = [];

    public void Add(string folder, CorpusFile file)
    {
        foreach (var (number, line) in file.Read(folder).Index())
            AddDocument(line, file, number % Folds);
    }

    private void AddDocument(JsonObject json, CorpusFile file, int fold)
    {
        var text = (string?)json["text"] ?? "";
        var line = new TokenLine(text, Tokeniser.Read(text));
        var (tags, unusable) = GoldTags.Of(json, line);
        var document = DocumentWords.Of(line);
        var pass = FirstPassOf(document, unusable);
        Span<uint> features = stackalloc uint[Templates.Most + 8];
        for (var start = 0; start < line.Count;)
        {
            var end = Articles.Entities.Tagging.Sentences.End(line, start);
            if (!unusable.AsSpan(start, end - start).Contains(true))
            {
                Sentences.Add(new TrainingSentence(Features.Tokens, tags[start..end], file.Weight, !file.IsSilver && file.Style is null, fold));
                for (var at = start; at < end; at++)
                {
                    var identity = Templates.WriteIdentity(document, at, features);
                    var meaning = Templates.WriteMeaning(document, at, features[identity..]);
                    var count = identity + meaning;
                    count += Templates.WriteContext(document, at, features[count..]);
                    if (pass is not null)
                        count += pass.Write(document, at, features[count..]);
                    if (file.Style is not null)
                        count += StyleFeatures.Write(file.Style, document.Words[at], features[count..]);
                    Features.Add(features[..count], identity, meaning);
                    if (pass is null)
                        Network.Add(document, at, file.Style);
                }
            }
            start = end;
        }
    }

    private FirstPass? FirstPassOf(DocumentWords document, bool[] unusable)
    {
        if (_firstTags is null)
            return null;
        var tags = new byte[document.Line.Count];
        var next = Features.Tokens;
        for (var start = 0; start < tags.Length;)
        {
            var end = Articles.Entities.Tagging.Sentences.End(document.Line, start);
            if (!unusable.AsSpan(start, end - start).Contains(true))
            {
                _firstTags.AsSpan(next, end - start).CopyTo(tags.AsSpan(start));
                next += end - start;
            }
            start = end;
        }
        return FirstPass.Of(document, tags);
    }
}
