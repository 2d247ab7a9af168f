using Pipeline.Articles.Entities.Patterns;
using Pipeline.Articles.Tokens;

namespace Pipeline.Articles.Entities.Names;

/// <summary>
/// Names by capital letters, word lists and the words around them, for languages without a trained model. It gives fewer
/// names rather than wrong ones: a run that no evidence places in a category is left out.
/// </summary>
internal sealed class CapitalisedNames : INameTagger
{
    private const int LongestRun = 8;

    // runs of capitalised words -> titles cut off -> category by evidence -> last names of people already seen
    public List<EntityMention> Find(TokenLine line)
    {
        var found = new List<EntityMention>();
        var people = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at < line.Count;)
        {
            var end = CapitalRuns.End(line, at, LongestRun);
            if (end == at)
            {
                at++;
                continue;
            }
            var start = at;
            at = end;
            var titled = false;
            while (start < end && line.Tokens[start].OpensSentence && NameWords.IsFunction(line.Word(start)))
                start++;
            while (start < end && NameWords.IsTitle(line.Word(start)))
                (start, titled) = (start + 1, true);
            if (start == end || line[start] is Lexeme.Month or Lexeme.AmbiguousMonth or Lexeme.Weekday && end == start + 1)
                continue;
            var text = line.Text[line.Tokens[start].Start..line.Tokens[end - 1].End];
            var (category, subcategory, confidence) = Judge(line, start, end, text, titled, people);
            if (confidence == 0)
                continue;
            if (category == EntityCategory.Person)
                people.Add(line.Word(end - 1).ToString());
            found.Add(new EntityMention(text, category, subcategory, line.Tokens[start].Start, text.Length, confidence));
        }
        return found;
    }

    private static (EntityCategory, string?, double Confidence) Judge(
        TokenLine line, int start, int end, string text, bool titled, HashSet<string> people)
    {
        if (Countries.Called(text) is not null)
            return (EntityCategory.Location, "GPE", 0.9);
        if (Countries.OfPeople(text) is not null)
            return (EntityCategory.PersonType, null, 0.85);
        if (titled)
            return (EntityCategory.Person, null, 0.8);
        var count = end - start;
        var first = line.Word(start);
        var last = line.Word(end - 1);
        if (count > 1 && (NameWords.IsOrganisation(last) || NameWords.IsOrganisation(first)))
            return (EntityCategory.Organization, null, 0.75);
        if (count > 1 && (NameWords.IsPlace(last) || NameWords.IsPlace(first)))
            return (EntityCategory.Location, null, 0.7);
        if (count == 1 && people.Contains(text))
            return (EntityCategory.Person, null, 0.75);
        if (count is > 1 and < 5 && Gazetteer.IsGivenName(first))
            return (EntityCategory.Person, null, 0.75);
        var opening = line.Tokens[start].OpensSentence;
        if (count == 1 && first.Length is > 1 and < 7 && IsCapitals(first))
            return (EntityCategory.Organization, null, opening ? 0.5 : 0.6);
        if (!opening && Gazetteer.IsTown(text))
            return (EntityCategory.Location, "GPE", 0.7);
        if (start > 0 && count < 3 && NameWords.IsLocating(line.Word(start - 1)))
            return (EntityCategory.Location, null, 0.5);
        if (count < 4 && !(opening && count == 1) && (NameWords.IsSpeaking(line.Word(end)) || NameWords.IsSpeaking(line.Word(start - 1))))
            return (EntityCategory.Person, null, 0.6);
        return count is 2 or 3 && !opening ? (EntityCategory.Person, null, 0.4) : (default, null, 0);
    }

    private static bool IsCapitals(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!char.IsUpper(c))
                return false;
        }
        return true;
    }
}
