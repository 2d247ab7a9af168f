using System.Globalization;
using System.Text;
using Pipeline.Articles.Fingerprints;
using Pipeline.Ingestion.Deduplication;
using Pipeline.Ingestion.Deduplication.Operating;
using Pipeline.Ingestion.Documents;

namespace Pipeline.Local.Commands.Clusters;

/// <summary>An explanation for a person to read.</summary>
internal static class ExplanationText
{
    public static string Of(ExplainedPair pair)
    {
        var explanation = pair.Explanation;
        var text = new StringBuilder();
        Article(text, "A", pair.First, explanation.FirstVerdict, explanation.FirstCluster);
        Article(text, "B", pair.Second, explanation.SecondVerdict, explanation.SecondCluster);
        text.AppendLine().AppendLine(explanation.Reason).AppendLine();
        if (explanation.Similarity is { } similarity)
            Scores(text, similarity);
        Passages(text, "in both", explanation.Shingles.Shared);
        Passages(text, "only in A", explanation.Shingles.OnlyFirst);
        Passages(text, "only in B", explanation.Shingles.OnlySecond);
        return text.ToString();
    }

    private static void Article(StringBuilder text, string name, ArticleDocument document, DuplicateVerdict? verdict, string? cluster)
    {
        text.AppendLine(CultureInfo.InvariantCulture, $"{name}  {document.Id}  {document.Title}");
        text.AppendLine(CultureInfo.InvariantCulture, $"   {document.Provenance.Blob}, crawled {document.Provenance.CrawledAt:u}, {document.Counts.Words} words");
        text.AppendLine(CultureInfo.InvariantCulture, $"   cluster {cluster ?? document.ClusterId}{(document.IsCanonical ? ", canonical" : "")}; {Verdict(verdict)}");
    }

    private static string Verdict(DuplicateVerdict? verdict) => verdict switch
    {
        null => "not remembered any more",
        { Kind: DuplicateKind.None, Evidence.By: EvidenceKind.Operator } => "taken out by an operator",
        { Kind: DuplicateKind.None } => "no copy when it came",
        { Evidence.By: EvidenceKind.Address } => $"a revision under the URL of {verdict.Of}",
        { Kind: DuplicateKind.Update } => $"a revision of its own file, number {verdict.Revision}",
        { Kind: DuplicateKind.Exact } => $"the same content as {verdict.Of}",
        _ => $"a near copy of {verdict.Of}",
    };

    private static void Scores(StringBuilder text, SketchSimilarity similarity)
    {
        text.AppendLine(CultureInfo.InvariantCulture, $"containment   {similarity.Containment,5:0.00}   at least {similarity.Threshold:0.00} for a copy; {similarity.Shared} of {similarity.Sampled} compared hashes are shared");
        text.AppendLine(CultureInfo.InvariantCulture, $"strange       {similarity.Strange,5:0.00}   at most {SketchSimilarity.MaxStrange:0.00} for a copy: passages of their own between what they share");
        text.AppendLine(CultureInfo.InvariantCulture, $"Jaccard       {similarity.Jaccard,5:0.00}");
        if (similarity.FrameContainment is { } frame)
            text.AppendLine(CultureInfo.InvariantCulture, $"frame         {frame,5:0.00}   containment of what stands around the facts");
        text.AppendLine();
    }

    private static void Passages(StringBuilder text, string where, IReadOnlyList<string> passages)
    {
        if (passages.Count > 0)
            text.AppendLine(CultureInfo.InvariantCulture, $"{where}: {string.Join(" | ", passages)}");
    }
}
