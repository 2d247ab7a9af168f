using System.Text;
using Pipeline.Articles.Cleaning;

namespace Pipeline.Local.Cleaning;

/// <summary>The received text, whole and in its order, with every removed span in ⟦rule: …⟧.</summary>
internal sealed class RemovedText(Paint paint)
{
    private const string WhiteSpace = "white-space";

    public string Of(string received, CleaningAudit audit)
    {
        var text = new StringBuilder(received.Length + (audit.Removed.Count * 16));
        var at = 0;
        foreach (var removed in audit.Removed)
        {
            text.Append(paint.Safe(received[at..removed.Span.Offset]));
            var span = received.Substring(removed.Span.Offset, removed.Span.Length);
            text.Append(removed.Rule == WhiteSpace ? span : $"{paint.Rule($"⟦{removed.Rule}: ")}{paint.Removed(span)}{paint.Rule("⟧")}");
            at = removed.Span.End;
        }

        return text.Append(paint.Safe(received[at..])).ToString();
    }
}
