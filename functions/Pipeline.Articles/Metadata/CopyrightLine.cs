using Pipeline.Articles.Cleaning.Selection;

namespace Pipeline.Articles.Metadata;

/// <summary>Who holds the copyright, by the last line that says so: "© 2025 The Town Crier. All rights reserved."</summary>
internal static class CopyrightLine
{
    private const int LongestName = 40;

    private static readonly System.Buffers.SearchValues<char> NameEnds = System.Buffers.SearchValues.Create("·|,;•");

    public static Sourced<string>? Holder(BlockView view, string?[] verdicts)
    {
        for (var i = verdicts.Length - 1; i >= 0; i--)
        {
            if (verdicts[i] is not null && view.Facts[i] is { HasCopyright: true, Words: <= 40 } && Name(view.Text(i)) is { } holder)
            {
                return new Sourced<string>(holder, "copyright", view.Text(i).ToString());
            }
        }

        return null;
    }

    private static string? Name(ReadOnlySpan<char> text)
    {
        var at = text.IndexOf('©');
        if (at < 0)
        {
            return null;
        }

        var rest = AfterYears(text[(at + 1)..]);
        rest = rest.StartsWith("Copyright", StringComparison.OrdinalIgnoreCase) ? AfterYears(rest["Copyright".Length..]) : rest;
        rest = rest.StartsWith("by ", StringComparison.OrdinalIgnoreCase) ? rest[3..] : rest;
        var end = End(rest);
        var name = (end < 0 ? rest : rest[..end]).Trim();
        var phrase = name.IndexOf("All rights", StringComparison.OrdinalIgnoreCase);
        name = phrase > 0 ? name[..phrase].Trim(" -–") : name;
        return phrase != 0 && name.Length is > 1 and <= LongestName && name.IndexOfAnyExceptInRange('0', '9') >= 0 ? name.ToString() : null;
    }

    /// <summary>"2019-2025 Name": whole years only, since names too begin with digits ("17track.net").</summary>
    private static ReadOnlySpan<char> AfterYears(ReadOnlySpan<char> text)
    {
        const int YearLength = 4;
        text = text.TrimStart(" -–,");
        while (text.Length > YearLength && text[..YearLength].IndexOfAnyExceptInRange('0', '9') < 0 && !char.IsLetterOrDigit(text[YearLength]))
        {
            text = text[YearLength..].TrimStart(" -–,");
        }

        return text;
    }

    /// <summary>A full stop ends the name only before a space or at the end; "example.com" is one word.</summary>
    private static int End(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (NameEnds.Contains(text[i]) || (text[i] == '.' && (i + 1 == text.Length || text[i + 1] == ' ')))
            {
                return i;
            }
        }

        return -1;
    }
}
