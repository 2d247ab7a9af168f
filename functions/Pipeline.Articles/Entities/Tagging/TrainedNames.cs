using Pipeline.Articles.Entities.Names;
using Pipeline.Articles.Entities.Patterns;

namespace Pipeline.Articles.Entities.Tagging;

/// <summary>
/// Names by the trained tagger: two stages of a linear-chain conditional random field over BIOES tags. The second sees
/// how the first judged the same words elsewhere in the document (after Krishnan and Manning, "An Effective Two-Stage
/// Model for Exploiting Non-Local Dependencies in Named Entity Recognition", 2006).
/// </summary>
internal sealed class TrainedNames(TaggerModel first, TaggerModel? second) : INameTagger
{
    /// <summary>A sentence without end is cut; what stands so far apart tells nothing.</summary>
    public const int LongestSentence = 400;

    private const int Width = TagSet.Width;

    /// <summary>A score that no neighbour outweighs, and whose exponential is not yet zero.</summary>
    private const float Impossible = -40;

    private static readonly EntityCategory?[] Categories =
        [EntityCategory.Person, EntityCategory.Location, EntityCategory.Organization, EntityCategory.PersonType, null];

    public static TrainedNames Embedded() =>
        new(TaggerModel.Embedded("names-1.bin"), TaggerModel.Embedded("names-2.bin"));

    // tokens -> document facts -> first stage: features, scores, best tags of every sentence
    //                          -> second stage: the same with what the first said -> names with their probability
    public List<EntityMention> Find(TokenLine line)
    {
        var found = new List<EntityMention>();
        var document = DocumentWords.Of(line);
        var work = new Work();
        work.Marginals.SetTransitions((second ?? first).Transitions);
        var tags = new byte[line.Count];
        for (var start = 0; start < line.Count;)
        {
            var end = Sentences.End(line, start);
            Tag(first, null, document, start, tags.AsSpan(start..end), work);
            if (second is null)
                AddNames(line, start, tags.AsSpan(start..end), first.Confidence, work, found);
            start = end;
        }
        if (second is not null)
            FindAgain(line, document, tags, work, found);
        return found;
    }

    private static void Tag(TaggerModel model, FirstPass? before, DocumentWords document, int start, Span<byte> tags, Work work)
    {
        Span<uint> features = stackalloc uint[Templates.Most];
        work.Grow(tags.Length);
        for (var t = 0; t < tags.Length; t++)
        {
            if (!document.Words[start + t].NearCapital)
            {
                // Most of a text: spared the features that would only say so.
                work.Scores.AsSpan(t * Width, Width).Fill(Impossible);
                work.Scores[(t * Width) + TagSet.Outside] = 0;
                continue;
            }
            var count = Templates.Write(document, start + t, features);
            if (before is not null)
                count += before.Write(document, start + t, features[count..]);
            model.Score(features[..count], work.Scores.AsSpan(t * Width, Width));
        }
        work.Path.Find(work.Scores, model.Transitions, tags);
    }

    private static void AddNames(
        TokenLine line, int start, ReadOnlySpan<byte> tags, NameConfidence confidence, Work work, List<EntityMention> found)
    {
        if (!tags.ContainsAnyExcept((byte)TagSet.Outside))
            return;
        work.Marginals.Run(work.Scores, tags.Length);
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
            var probability = confidence.Of(type, work.Marginals.Segment(first, t + 1, type));
            var text = line.Text[from..to];
            var subcategory = category == EntityCategory.Location && Countries.IsCountry(text) ? "GPE" : null;
            found.Add(new EntityMention(text, category, subcategory, from, to - from, Math.Round(probability, 3)));
        }
    }

    private void FindAgain(TokenLine line, DocumentWords document, byte[] tags, Work work, List<EntityMention> found)
    {
        var pass = FirstPass.Of(document, tags);
        var again = new byte[LongestSentence];
        for (var start = 0; start < line.Count;)
        {
            var end = Sentences.End(line, start);

            // Without a capital and without a name of the first stage there is none for the second.
            if (tags.AsSpan(start..end).ContainsAnyExcept((byte)TagSet.Outside) || HasCapital(document, start, end))
            {
                var sentence = again.AsSpan(0, end - start);
                Tag(second!, pass, document, start, sentence, work);
                AddNames(line, start, sentence, second!.Confidence, work, found);
            }
            start = end;
        }
    }

    private static bool HasCapital(DocumentWords document, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if ((document.Words[at].Facts & (WordFacts.Capital | WordFacts.Opens)) == WordFacts.Capital)
                return true;
        }
        return false;
    }

    /// <summary>Buffers of one call.</summary>
    private sealed class Work
    {
        public BestPath Path { get; } = new();

        public ChainMarginals Marginals { get; } = new();

        public float[] Scores { get; private set; } = new float[64 * Width];

        public void Grow(int tokens)
        {
            if (Scores.Length < tokens * Width)
                Scores = new float[LongestSentence * Width];
        }
    }
}
