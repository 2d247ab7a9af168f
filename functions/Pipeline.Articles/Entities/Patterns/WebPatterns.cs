using System.Buffers;
using System.Net;

namespace Pipeline.Articles.Entities.Patterns;

/// <summary>URLs, e-mail addresses and IP addresses, by the stretches between blanks. Linear time.</summary>
internal static class WebPatterns
{
    private static readonly SearchValues<char> Breaks = SearchValues.Create(" \t\r\n\u00A0\u200B<>\"|{}[]“”«»‹›，。、");

    private static readonly SearchValues<char> AddressCharacters = SearchValues.Create("0123456789abcdefABCDEF:.");

    private static readonly string[] Schemes = ["https://", "http://", "ftp://", "www."];

    private static readonly string[] TopLevels =
        [".com", ".org", ".net", ".gov", ".edu", ".info", ".io", ".co.uk", ".eu", ".int", ".news", ".co.za", ".com.au"];

    public static void Find(ReadOnlySpan<char> text, List<PatternMatch> found)
    {
        for (var at = 0; at < text.Length;)
        {
            var length = text[at..].IndexOfAny(Breaks);
            if (length < 0)
                length = text.Length - at;
            if (length > 4)
                Judge(text.Slice(at, length), at, found);
            at += length + 1;
        }
    }

    private static void Judge(ReadOnlySpan<char> piece, int offset, List<PatternMatch> found)
    {
        var start = 0;
        while (start < piece.Length && piece[start] is '(' or '\'' or '‘' or '*' or '@')
            start++;
        foreach (var scheme in Schemes)
        {
            // "Source:https://...": the address begins at its scheme.
            var scheme0 = piece.IndexOf(scheme, StringComparison.OrdinalIgnoreCase);
            if (scheme0 >= 0 && piece.Length - scheme0 > scheme.Length + 2 && (scheme0 == 0 || !char.IsLetterOrDigit(piece[scheme0 - 1])))
            {
                var length = Trimmed(piece[scheme0..]);
                if (length > scheme.Length)
                    found.Add(new PatternMatch(offset + scheme0, offset + scheme0 + length, EntityCategory.Url, null, 0.99));
                return;
            }
        }
        var end = start + Trimmed(piece[start..]);
        var core = piece[start..end];
        if (core.Length is < 5 or > 253)
            return;
        var at = core.IndexOf('@');
        if (at > 0)
        {
            if (IsLocalPart(core[..at]) && IsDomain(core[(at + 1)..]))
                found.Add(new PatternMatch(offset + start, offset + end, EntityCategory.Email, null, 0.99));
        }
        else if (IsAddress(core))
        {
            found.Add(new PatternMatch(offset + start, offset + end, EntityCategory.IP, null, 0.98));
        }
        else if (IsDomain(core) && HasKnownTopLevel(core))
        {
            found.Add(new PatternMatch(offset + start, offset + end, EntityCategory.Url, null, 0.9));
        }
    }

    /// <summary>Length without the sentence's own marks at the end; a closing bracket stays when its opening one is inside.</summary>
    private static int Trimmed(ReadOnlySpan<char> piece)
    {
        var length = piece.Length;
        while (length > 0)
        {
            var last = piece[length - 1];
            if (last is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '’' or '*' or '…' || (last == ')' && !piece.Contains('(')))
                length--;
            else
                break;
        }
        if (length > 2 && piece[length - 1] == 's' && piece[length - 2] is '\'' or '’')
            length -= 2;
        return length;
    }

    private static bool IsLocalPart(ReadOnlySpan<char> part)
    {
        foreach (var c in part)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('.' or '_' or '-' or '+' or '%' or '\''))
                return false;
        }
        return part[0] != '.' && part[^1] != '.' && part.Length <= 64;
    }

    private static bool IsDomain(ReadOnlySpan<char> domain)
    {
        var (labels, label) = (1, 0);
        foreach (var c in domain)
        {
            if (c == '.')
            {
                if (label == 0)
                    return false;
                (labels, label) = (labels + 1, 0);
            }
            else if (char.IsAsciiLetterOrDigit(c) || c == '-')
            {
                label++;
            }
            else
            {
                return false;
            }
        }
        return labels > 1 && label >= 2 && char.IsAsciiLetter(domain[^1]) && char.IsAsciiLetter(domain[^2]);
    }

    private static bool HasKnownTopLevel(ReadOnlySpan<char> domain)
    {
        foreach (var top in TopLevels)
        {
            if (domain.EndsWith(top, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    private static bool IsAddress(ReadOnlySpan<char> core)
    {
        var (dots, colons) = (core.Count('.'), core.Count(':'));
        return (dots == 3 && char.IsAsciiDigit(core[0]) && core.Length <= 15 && core.IndexOfAnyExceptInRange('.', '9') < 0
                && !core.Contains('/') && IPAddress.TryParse(core, out _))
            || (colons >= 2 && core.Length <= 45 && core.IndexOfAnyExcept(AddressCharacters) < 0
                && (colons == 7 || core.Contains("::", StringComparison.Ordinal)) && IPAddress.TryParse(core, out _));
    }
}
