using Pipeline.Articles.Cleaning;

namespace Pipeline.Articles.Tests.Cleaning;

internal static class AuditChecks
{
    public static void AccountsForAll(string received, CleanedArticle article)
    {
        var kept = article.Audit.Offsets.KeptSpans.Select(span => (span.Offset, span.End));
        var removed = article.Audit.Removed.Select(r => (r.Span.Offset, r.Span.End));
        var at = 0;
        foreach (var (offset, end) in kept.Concat(removed).OrderBy(s => s.Offset))
        {
            Assert.Equal(at, offset);
            Assert.True(end > offset);
            at = end;
        }

        Assert.Equal(received.Length, at);
        LeadsBack(received, article);
    }

    private static void LeadsBack(string received, CleanedArticle article)
    {
        for (var i = 0; i < article.Text.Length; i++)
        {
            var place = article.Audit.Offsets.ToRaw(i);
            Assert.InRange(place, 0, received.Length);
            var isOwn = place < received.Length && received[place] == article.Text[i];
            var isReplaced = char.IsWhiteSpace(article.Text[i]) || (place < received.Length && (received[place] is '&' or (>= 'ﬀ' and <= 'ﬆ') || char.IsWhiteSpace(received[place])));
            Assert.True(isOwn || isReplaced || char.IsSurrogate(article.Text[i]), $"'{article.Text[i]}' at {i} leads to {place}");
        }
    }
}
