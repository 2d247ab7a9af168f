using Pipeline.Articles.Entities.Patterns;
using Pipeline.Articles.Entities.Tagging;
using Pipeline.Articles.Tokens;

namespace Pipeline.Benchmarks.Entities.Training.Words;

/// <summary>How often the words of the training texts are part of each kind of name.</summary>
internal static class WordKinds
{
    /// <summary>Counts by place of the word in the vectors: outside, then in the order of <see cref="TagSet.Types"/>.</summary>
    public static SortedDictionary<int, float[]> Count(string folder, IEnumerable<CorpusFile> files, WordVectors vectors)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (place, word) in vectors.Words.Index())
            places.TryAdd(word, place);
        var counts = new SortedDictionary<int, float[]>();
        foreach (var file in files)
        {
            foreach (var json in file.Read(folder))
            {
                var text = (string?)json["text"] ?? "";
                var line = new TokenLine(text, Tokeniser.Read(text));
                var (tags, unusable) = GoldTags.Of(json, line);
                for (var at = 0; at < line.Count; at++)
                {
                    if (unusable[at] || line.Tokens[at].Kind != TokenKind.Word
                        || !places.TryGetValue(line.Word(at).ToString().ToLowerInvariant(), out var place))
                        continue;
                    if (!counts.TryGetValue(place, out var kinds))
                        counts.Add(place, kinds = new float[WordPriors.Kinds]);
                    kinds[TagSet.TypeOf(tags[at]) + 1] += file.Weight;
                }
            }
        }
        return counts;
    }
}
