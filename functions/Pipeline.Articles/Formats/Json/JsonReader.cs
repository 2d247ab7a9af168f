using System.Runtime.CompilerServices;
using System.Text;
using Pipeline.Articles.Formats.Input;

namespace Pipeline.Articles.Formats.Json;

/// <summary>One JSON document: an article, a list of articles, a list in a wrapper, or several of them in a row.</summary>
internal sealed class JsonReader(FormatLimits limits)
{
    public async IAsyncEnumerable<RawEntry> ReadAsync(
        Part part, Encoding? charset, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var utf8 = Utf8Window.Over(part, charset);
        var window = utf8.Value;

        // 1. Where the list of articles begins, when there is one.
        await window.PeekAsync(JsonWrapper.HeadLength, cancellationToken);
        var route = JsonWrapper.Find(window.Span[..Math.Min(window.Length, JsonWrapper.HeadLength)]);
        window.Advance(route.ListOffset);

        // 2. Its items, one at a time.
        var items = new ItemCutter(window, limits.MaxArticleBytes, route.Wrapped);
        while (await items.NextAsync(cancellationToken) is { } item)
        {
            var owned = item.Bytes.ToArray();
            var alone = item.Number == 1 && !item.InList && await items.EndsAsync(cancellationToken);
            yield return JsonEntry.Of(part, alone ? null : $"item {item.Number}", owned, item.Fault ?? (item.TooLong
                ? Reject.ArticleTooLarge(item.Length, exact: true, limits) : JsonArticle.Check(owned)));
        }

        // 3. What is missing at the end; the tail of a wrapper is passed over, so that an archive around it checks its sum.
        await window.SkipAsync(long.MaxValue, cancellationToken);
        if (items.ListIsOpen && !items.CutOff)
        {
            yield return JsonEntry.Of(part, null, [], Reject.JsonListCutOff);
        }
        if (items.Count == 0 && !items.ListIsOpen)
        {
            yield return JsonEntry.Of(part, null, SingleReader.HeadOf(part.Window), Reject.EmptyList);
        }
    }
}
