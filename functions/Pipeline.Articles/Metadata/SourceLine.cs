using Pipeline.Articles.Cleaning.Selection;

namespace Pipeline.Articles.Metadata;

/// <summary>What "Source: Xinhua", "Quelle: dpa", "来源：新华网" name.</summary>
internal static class SourceLine
{
    private const int LongestName = 60;

    public static Sourced<string>? Origin(BlockView view, string?[] verdicts)
    {
        for (var i = 0; i < verdicts.Length; i++)
        {
            if (verdicts[i] != "source-line")
            {
                continue;
            }

            var text = view.Text(i);
            var mark = text.IndexOfAny(":：→");
            var name = mark < 0 ? default : text[(mark + 1)..].Trim(" .)]\u3000");
            if (name.Length is > 1 and <= LongestName && !view.Facts[i].HasUrl)
            {
                return new Sourced<string>(name.ToString(), "source-line", text.ToString());
            }
        }

        return null;
    }
}
