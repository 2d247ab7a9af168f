using Pipeline.Articles.Entities.Names;
using Pipeline.Articles.Entities.Patterns;

namespace Pipeline.Articles.Entities.Tagging;

/// <summary>Names by the trained tagger: a linear-chain conditional random field over BIOES tags.</summary>
internal sealed class TrainedNames(TaggerModel model) : INameTagger
{
    /// <summary>A sentence without end is cut; what stands so far apart tells nothing.</summary>
    public const int LongestSentence = 400;

    private const int Width = TagSet.Width;

    private static readonly EntityCategory?[] Categories =
        [EntityCategory.Person, EntityCategory.Location, EntityCategory.Organization, EntityCategory.PersonType, null];

    // tokens -> document facts -> for each sentence: features -> scores -> best tags -> names with their probability
    public List<EntityMention> Find(TokenLine line)
    {
        var found = new List<EntityMention>();
        var document = DocumentWords.Of(line);
        var (path, marginals) = (new BestPath(), new ChainMarginals());
        marginals.SetTransitions(model.Transitions);
        Span<uint> features = stackalloc uint[Templates.Most];
        var (scores, tags) = (new float[64 * Width], new byte[64]);
        for (var start = 0; start < line.Count;)
        {
            var count = Sentences.End(line, start) - start;
            if (tags.Length < count)
                (scores, tags) = (new float[LongestSentence * Width], new byte[LongestSentence]);
            for (var t = 0; t < count; t++)
            {
                var written = Templates.Write(document, start + t, features);
                model.Score(features[..written], scores.AsSpan(t * Width, Width));
            }
            path.Find(scores, model.Transitions, tags.AsSpan(0, count));
            AddNames(line, start, tags.AsSpan(0, count), scores, marginals, found);
            start += count;
        }
        return found;
    }

    private static void AddNames(
        TokenLine line, int start, ReadOnlySpan<byte> tags, float[] scores, ChainMarginals marginals, List<EntityMention> found)
    {
        if (!tags.ContainsAnyExcept((byte)TagSet.Outside))
            return;
        marginals.Run(scores, tags.Length);
        for (var t = 0; t < tags.Length; t++)
        {
            var type = TagSet.TypeOf(tags[t]);
            if (type < 0)
                continue;
            var first = t;
            while (!TagSet.Closes(tags[t]))
                t++;
            if (Categories[type] is not { } category)
                continue;
            var (from, to) = (line.Tokens[start + first].Start, line.Tokens[start + t].End);
            var probability = Math.Clamp(marginals.Segment(first, t + 1, type), 0, 1);
            var text = line.Text[from..to];
            var subcategory = category == EntityCategory.Location && Countries.IsCountry(text) ? "GPE" : null;
            found.Add(new EntityMention(text, category, subcategory, from, to - from, Math.Round(probability, 3)));
        }
    }
}
