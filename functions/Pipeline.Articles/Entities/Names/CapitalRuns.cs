using Pipeline.Articles.Entities.Patterns;
using Pipeline.Articles.Tokens;

namespace Pipeline.Articles.Entities.Names;

/// <summary>Runs of capitalised words that may be one name.</summary>
internal static class CapitalRuns
{
    /// <summary>The index after the run that begins at a token, or the token's own index when none does.</summary>
    public static int End(TokenLine line, int at, int longest)
    {
        if (!IsCapitalised(line, at))
            return at;
        var end = at + 1;
        while (end - at < longest && end < line.Count && !line.Tokens[end].OpensSentence)
        {
            var step = Step(line, end);
            if (step == 0)
                break;
            end += step;
        }
        return end;
    }

    /// <summary>How many tokens go on with the run: a capitalised word, or a joiner and a capitalised word.</summary>
    private static int Step(TokenLine line, int at)
    {
        if (IsCapitalised(line, at))
            return line.Tokens[at].SpaceBefore ? 1 : 0;
        if (line.IsDash(at) && line.Touches(at) && line.Touches(at + 1) && line.Tokens[at + 1].Kind == TokenKind.Word)
            return EndsName(line.Word(at + 1)) ? 0 : 2;
        if ((IsParticle(line.Word(at)) || line.Word(at) is "of" or "&") && IsCapitalised(line, at + 1))
            return 2;
        if (IsArticle(line, at) && IsCapitalised(line, at + 2))
            return 3;
        return line.Word(at) is "of" && line.Word(at + 1) is "the" && IsCapitalised(line, at + 2) ? 3 : 0;
    }

    /// <summary>
    /// How many tokens before a capitalised word a name may begin: one, or two where the one before is a particle or an
    /// article's hyphen, "al-Qaida", "von der Leyen".
    /// </summary>
    public static int Before(TokenLine line, int at) =>
        at > 1 && (IsArticle(line, at - 2) || IsParticle(line.Word(at - 1))) ? 2 : 1;

    private static bool IsParticle(ReadOnlySpan<char> word) => word is "de" or "da" or "del" or "della" or "von" or "van" or "der"
        or "bin" or "bint" or "al" or "el" or "ibn" or "du" or "des" or "la" or "dos" or "di";

    /// <summary>The Arabic article and its hyphen, "al-" as in "Bashar al-Assad".</summary>
    private static bool IsArticle(TokenLine line, int at) =>
        at + 2 < line.Count && line.IsDash(at + 1) && line.Touches(at + 1) && line.Touches(at + 2)
        && line.Word(at) is "al" or "el" or "ad" or "an" or "ar" or "as" or "ash" or "at" or "az" or "ul" or "ud" or "bin";

    /// <summary>"US-led", "London-based": the name ends at the hyphen; "Jong-un" goes on.</summary>
    private static bool EndsName(ReadOnlySpan<char> word) => word is "based" or "led" or "backed" or "born" or "style" or "run"
        or "owned" or "funded" or "made" or "wide" or "area" or "bound" or "trained" or "controlled" or "occupied" or "affiliated"
        or "linked" or "sponsored" or "brokered" or "speaking" or "held" or "built" or "listed" or "educated" or "dominated";

    private static bool IsCapitalised(TokenLine line, int at) =>
        at < line.Count && line.Tokens[at].Kind == TokenKind.Word && char.IsUpper(line.Word(at)[0]);
}
