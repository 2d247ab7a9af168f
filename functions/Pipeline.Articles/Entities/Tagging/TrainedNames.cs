using Pipeline.Articles.Entities.Names;
using Pipeline.Articles.Entities.Patterns;
using Pipeline.Articles.Entities.Tagging.Network;
using Pipeline.Articles.Networks;

namespace Pipeline.Articles.Entities.Tagging;

/// <summary>
/// Names by the trained tagger: two stages of a linear-chain conditional random field over BIOES tags, each on top of the
/// scores of a recurrent network. The second sees how the first judged the same words elsewhere in the document (after Krishnan
/// and Manning, "An Effective Two-Stage Model for Exploiting Non-Local Dependencies in Named Entity Recognition", 2006).
/// </summary>
internal sealed class TrainedNames : INameTagger
{
    /// <summary>Factors on the network's scores, the same when the stages learn.</summary>
    public const float NetworkInFirst = 0.7f;

    public const float NetworkInSecond = 0.5f;

    /// <summary>A sentence without end is cut; what stands so far apart tells nothing.</summary>
    public const int LongestSentence = 400;

    private const int Width = TagSet.Width;

    /// <summary>
    /// Taken from the scores of every word of an organisation. Half of the names in this repository's own articles, from which the
    /// stages learn hardest, are organisations; in the news a third are.
    /// </summary>
    private const float TooManyOrganisations = 0.3f;

    private const int Organisation = 2;

    private static readonly EntityCategory?[] Categories =
        [EntityCategory.Person, EntityCategory.Location, EntityCategory.Organization, EntityCategory.PersonType, null];

    private readonly NameNetwork _network;
    private readonly Stage _first;
    private readonly Stage _second;
    private readonly Lending<TaggerWork> _buffers = new(() => new TaggerWork());

    public TrainedNames(NameNetwork network, TaggerModel first, TaggerModel second)
    {
        _network = network;
        _first = new Stage(first, NetworkInFirst, WithNetwork(first.Transitions, network.Transitions, NetworkInFirst));
        _second = new Stage(second, NetworkInSecond, WithNetwork(second.Transitions, network.Transitions, NetworkInSecond));
    }

    public static TrainedNames Embedded()
    {
        using var reader = ModelFile.Open("names-network.bin");
        return new TrainedNames(
            NameNetwork.Read(reader, WordVectorTable.Default), TaggerModel.Embedded("names-1.bin"), TaggerModel.Embedded("names-2.bin"));
    }

    /// <summary>Scores of pairs of tags by a stage and by the network's share in it.</summary>
    public static float[] WithNetwork(ReadOnlySpan<float> transitions, ReadOnlySpan<float> network, float share)
    {
        float[] sums = [.. transitions];
        DenseMath.AddScaled(share, network, sums);
        return sums;
    }

    // tokens -> document facts -> network: scores of the tags of every sentence
    //                          -> first stage: features, scores, best tags of every sentence
    //                          -> second stage: the same with what the first said -> names with their probability
    public List<EntityMention> Find(TokenLine line)
    {
        var found = new List<EntityMention>();
        var document = DocumentWords.Of(line);
        using var lent = _buffers.Lend();
        var work = lent.Value;
        work.Grow(line.Count);
        var tags = new byte[line.Count];
        Span<SentenceRun> sentences = stackalloc SentenceRun[RecurrentLayer.MostRuns];
        for (var start = 0; start < line.Count;)
        {
            var count = 0;
            for (; count < sentences.Length && start < line.Count; start += sentences[count++].Count)
                sentences[count] = new(start, Sentences.End(line, start) - start);
            _network.Score(document, sentences[..count], work.Network, work.Sentences);
            foreach (var sentence in sentences[..count])
                Tag(_first, null, document, sentence.Row, tags.AsSpan(sentence.Row, sentence.Count), work);
        }
        FindAgain(line, document, tags, work, found);
        return found;
    }

    private static void Tag(Stage stage, FirstPass? before, DocumentWords document, int start, Span<byte> tags, TaggerWork work)
    {
        Span<uint> features = stackalloc uint[Templates.Most];
        for (var t = 0; t < tags.Length; t++)
        {
            var scores = work.Scores.AsSpan(t * Width, Width);
            if (!document.Words[start + t].NearCapital)
            {
                // Most of a text: spared the features that would only say so.
                BestPath.KeepOutside(scores);
                continue;
            }
            var count = Templates.Write(document, start + t, features);
            if (before is not null)
                count += before.Write(document, start + t, features[count..]);
            stage.Model.Score(features[..count], scores);
            DenseMath.AddScaled(stage.NetworkShare, work.Network.AsSpan((start + t) * Width, Width), scores);
            foreach (ref var score in scores.Slice(TagSet.Begin(Organisation), TagSet.Single(Organisation) + 1 - TagSet.Begin(Organisation)))
                score -= TooManyOrganisations;
        }
        work.Path.Find(work.Scores, stage.Transitions, tags);
    }

    private static void AddNames(
        TokenLine line, int start, ReadOnlySpan<byte> tags, NameConfidence confidence, TaggerWork work, List<EntityMention> found)
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

    private void FindAgain(TokenLine line, DocumentWords document, byte[] tags, TaggerWork work, List<EntityMention> found)
    {
        var pass = FirstPass.Of(document, tags);
        var again = new byte[LongestSentence];
        work.Marginals.SetTransitions(_second.Transitions);
        for (var start = 0; start < line.Count;)
        {
            var end = Sentences.End(line, start);

            // Without a capital and without a name of the first stage there is none for the second.
            if (tags.AsSpan(start..end).ContainsAnyExcept((byte)TagSet.Outside) || HasCapital(document, start, end))
            {
                var sentence = again.AsSpan(0, end - start);
                Tag(_second, pass, document, start, sentence, work);
                AddNames(line, start, sentence, _second.Model.Confidence, work, found);
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

    private sealed record Stage(TaggerModel Model, float NetworkShare, float[] Transitions);
}
