using System.Text.Json.Nodes;
using Pipeline.Articles.Entities.Patterns;
using Pipeline.Articles.Entities.Tagging;
using Pipeline.Articles.Tokens;

namespace Pipeline.Benchmarks.Entities.Training;

/// <summary>Reads annotated documents into sentences of features and tags.</summary>
internal sealed class TrainingCorpus
{
    private int _documents;

    public FeatureStore Features { get; } = new();

    public List<TrainingSentence> Sentences { get; } = [];

    public void Add(string folder, CorpusFile file)
    {
        foreach (var line in JsonLines.Objects(Path.Combine(folder, file.Name + ".jsonl")))
            AddDocument(line, file);
    }

    private void AddDocument(JsonObject json, CorpusFile file)
    {
        var text = (string?)json["text"] ?? "";
        var line = new TokenLine(text, Tokeniser.Read(text));
        var (tags, unusable) = GoldTags.Of(json, line);
        var document = DocumentWords.Of(line);
        Span<uint> features = stackalloc uint[Templates.Most + 8];
        for (var start = 0; start < line.Count;)
        {
            var end = Articles.Entities.Tagging.Sentences.End(line, start);
            if (!unusable.AsSpan(start, end - start).Contains(true))
            {
                Sentences.Add(new TrainingSentence(Features.Tokens, tags[start..end], file.Weight, _documents));
                for (var at = start; at < end; at++)
                {
                    var count = Templates.Write(document, at, features);
                    if (file.Style is not null)
                        count += StyleFeatures.Write(file.Style, document.Words[at], features[count..]);
                    Features.Add(features[..count]);
                }
            }
            start = end;
        }
        _documents++;
    }
}
