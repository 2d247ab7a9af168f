using Pipeline.Articles.Cleaning.Selection;

namespace Pipeline.Articles.Metadata;

/// <summary>Who holds the copyright, by the last line that says so: "© 2025 The Town Crier. All rights reserved."</summary>
internal static class CopyrightLine
{
    private const int LongestName = 40;

    private static readonly System.Buffers.SearchValues<char> NameEnds = System.Buffers.SearchValues.Create(".·|,;•");

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

        var rest = text[(at + 1)..].TrimStart(" 0123456789-–,");
        rest = rest.StartsWith("Copyright", StringComparison.OrdinalIgnoreCase) ? rest["Copyright".Length..].TrimStart(" 0123456789-–,") : rest;
        rest = rest.StartsWith("by ", StringComparison.OrdinalIgnoreCase) ? rest[3..] : rest;
        var end = rest.IndexOfAny(NameEnds);
        var name = (end < 0 ? rest : rest[..end]).Trim();
        var phrase = name.IndexOf("All rights", StringComparison.OrdinalIgnoreCase);
        name = phrase > 0 ? name[..phrase].Trim(" -–") : name;
        return phrase != 0 && name.Length is > 1 and <= LongestName && name.IndexOfAnyExceptInRange('0', '9') >= 0 ? name.ToString() : null;
    }
}
