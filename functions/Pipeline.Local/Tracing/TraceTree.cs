using System.Globalization;
using Pipeline.Ingestion.Stages;

namespace Pipeline.Local.Tracing;

/// <summary>Draws the spans of one trace as a tree, in the order in which they began.</summary>
internal static class TraceTree
{
    private const int LabelWidth = 62;

    /// <param name="spans">Of one trace.</param>
    public static IEnumerable<string> Draw(IEnumerable<Span> spans)
    {
        var shown = spans.OrderBy(span => span.Start).ToList();
        var ids = shown.Select(span => span.SpanId).ToHashSet();
        var roots = shown.Where(span => !ids.Contains(span.ParentId)).ToList();
        var children = shown.ToLookup(span => span.ParentId);
        var start = shown.Min(span => span.Start);
        yield return Row("", "starts at", "takes");
        foreach (var line in roots.SelectMany(root => Draw(root, "", "", children, start)))
        {
            yield return line;
        }
    }

    private static IEnumerable<string> Draw(
        Span span, string first, string rest, ILookup<string, Span> children, ulong start)
    {
        yield return Row(first + Label(span), Milliseconds(span.Start - start), Milliseconds(span.End - span.Start));
        var below = children[span.SpanId].ToList();
        for (var index = 0; index < below.Count; index++)
        {
            var last = index == below.Count - 1;
            foreach (var line in Draw(below[index], rest + (last ? "└─ " : "├─ "), rest + (last ? "   " : "│  "), children, start))
            {
                yield return line;
            }
        }
    }

    private static string Label(Span span)
    {
        var queue = span.Source == PipelineActivity.SourceName ? span.Attributes.GetValueOrDefault("messaging.destination.name") : null;
        return span.Name + (queue is null ? "" : $"  (queue {queue})") + (span.Failed ? "  FAILED" : "");
    }

    private static string Row(string label, string start, string took) => $"{label.PadRight(LabelWidth)}{start,12}{took,12}";

    private static string Milliseconds(ulong nanoseconds) =>
        string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1e6:0.0} ms");
}
