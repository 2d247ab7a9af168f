using Pipeline.Articles.Entities.Patterns;

namespace Pipeline.Articles.Entities.Tagging;

/// <summary>The stretches of tokens that the tagger decides at once.</summary>
internal static class Sentences
{
    /// <summary>The index after the sentence that begins at a token.</summary>
    public static int End(TokenLine line, int start)
    {
        var end = start + 1;
        while (end < line.Count && end - start < TrainedNames.LongestSentence && !Opens(line, end))
            end++;
        return end;
    }

    /// <summary>Marks before the first word all open the sentence; only the first of them begins it.</summary>
    private static bool Opens(TokenLine line, int at) =>
        line.Tokens[at].OpensParagraph || (line.Tokens[at].OpensSentence && !line.Tokens[at - 1].OpensSentence);
}
