using System.Text.Json.Nodes;
using Pipeline.Benchmarks.Entities.Corpus;
using Pipeline.Benchmarks.Entities.Corpus.Newswire;

namespace Pipeline.Benchmarks.Entities.Training;

/// <summary>A file of the training data, how much it counts, and what sets its style apart from newswire's.</summary>
/// <param name="Name">File name without ".jsonl", or the name of this repository's own corpus.</param>
/// <param name="Weight">Factor on its gradients.</param>
/// <param name="Style">
/// Documents of one style share extra features that soak up its annotation habits; no text has them when the tagger
/// runs. Null for newswire.
/// </param>
internal sealed record CorpusFile(string Name, float Weight, string? Style)
{
    /// <summary>The articles of this repository: Entities/Corpus.</summary>
    private const string Own = "own";

    /// <summary>This repository's own articles, which grow.</summary>
    public bool IsOwn => Name == Own;

    /// <summary>Tagged by machine, and corrected where two machines disagreed.</summary>
    public bool IsSilver => Name.StartsWith("gmb", StringComparison.Ordinal);

    /// <summary>Documents as {text, entities, skip}.</summary>
    public IEnumerable<JsonObject> Read(string folder)
    {
        if (IsOwn)
            return CorpusArticles.Read().Select(Document);
        var documents = JsonLines.Objects(Path.Combine(folder, Name + ".jsonl"));
        return IsSilver ? documents.Select(NewswireCorrections.Read().Apply) : documents;
    }

    private static JsonObject Document(CorpusArticle article) => new()
    {
        ["text"] = article.Text,
        ["entities"] = new JsonArray([.. article.Spans.Select(span =>
            new JsonObject { ["start"] = span.Start, ["end"] = span.End, ["type"] = span.Type })]),
    };

    public static IReadOnlyList<CorpusFile> All { get; } =
    [
        new(Own, 3, null),
        new("gmb_r1_r2_r3", 1, null),
        new("uner_ewt_dev_f", 2, null),
        new("uner_ewt_test_f", 2, null),
        new("uner_pud_f", 2, null),
        new("wikigold_f", 2, "wiki"),
        new("gum_by_r2_f", 2, "gum"),
        new("gum_bysa_r2_f", 2, "gum"),
        new("crossner_politics_f", 2, "crossner"),
        new("crossner_other_r2_f", 1, "crossner"),
        new("btc_f", 1, "tweets"),
        new("wnut17_f", 1, "wnut"),
        new("re3d_pd_r2_f", 1, "re3d"),
    ];
}
