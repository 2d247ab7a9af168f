using Pipeline.Articles.Formats.Input;

namespace Pipeline.Articles.Formats.Sniffing;

/// <summary>Pages that a browser saved as one file, and e-mails: text, but in parts and packed.</summary>
internal static class MailMarks
{
    private const int HeaderLength = 2048;

    public static Rejection? Find(ReadOnlySpan<char> text)
    {
        var head = text[..Math.Min(text.Length, HeaderLength)];
        var colon = head.IndexOf(':');
        return colon > 0 && head[..colon].IndexOfAny(" \t\n<") < 0
            && head.Contains("\nMIME-Version: 1.0", StringComparison.OrdinalIgnoreCase)
            && head.Contains("\nContent-Type: multipart/", StringComparison.OrdinalIgnoreCase)
            ? Reject.Unread("a page saved as MHTML or an e-mail", "save it as HTML") : null;
    }
}
