namespace Pipeline.Articles.Entities.Patterns;

/// <summary>Telephone numbers: with a plus sign, with an area code in brackets, or in the 3-3-4 grouping. Linear time.</summary>
internal static class PhonePatterns
{
    private const int FewestDigits = 7;
    private const int MostDigits = 15;
    private const int Longest = 24;

    public static void Find(ReadOnlySpan<char> text, List<PatternMatch> found)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!(text[at] is '+' or '(' || char.IsAsciiDigit(text[at])) || (at > 0 && IsBound(text[at - 1])))
                continue;
            var end = Run(text, at, out var digits, out var shape);
            if (digits is >= FewestDigits and <= MostDigits && IsPhone(text[at], shape))
                found.Add(new PatternMatch(at, end, EntityCategory.PhoneNumber, null, 0.85));
            if (digits > 0)
                at = Math.Max(at, end - 1);
        }
    }

    /// <summary>A phone-like run; its shape has the size of each group of digits as one decimal digit.</summary>
    private static int Run(ReadOnlySpan<char> text, int start, out int digits, out long shape)
    {
        (digits, shape) = (0, 0);
        var (end, group) = (start, 0);
        var last = start;
        for (; end < text.Length && end - start < Longest; end++)
        {
            if (char.IsAsciiDigit(text[end]))
            {
                digits++;
                group = Math.Min(9, group + 1);
                last = end + 1;
                continue;
            }
            if (text[end] is not ('+' or '(' or ')' or '-' or ' ' or '.' or '\u00A0' or '\u2011'))
                break;
            if (end > start && text[end] == '+')
                break;
            if (group > 0)
                (shape, group) = ((shape * 10) + group, 0);
            if (end + 1 < text.Length && text[end] == text[end + 1])
                break;
        }
        if (group > 0)
            shape = (shape * 10) + group;
        if (last < text.Length && (char.IsLetterOrDigit(text[last]) || text[last] is '%' or '/'))
            digits = 0;
        return last;
    }

    private static bool IsPhone(char first, long shape) =>
        first == '+' || (first == '(' && shape >= 100) || shape is 334 or 1334 or 3334;

    private static bool IsBound(char before) =>
        char.IsLetterOrDigit(before) || before is '+' or '$' or '€' or '£' or '-' or '.' or ',' or '/' or '#';
}
