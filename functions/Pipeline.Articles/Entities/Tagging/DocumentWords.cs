using Pipeline.Articles.Entities.Names;
using Pipeline.Articles.Entities.Patterns;
using Pipeline.Articles.Tokens;

namespace Pipeline.Articles.Entities.Tagging;

/// <summary>A text's tokens with everything that the feature templates ask of them.</summary>
internal sealed class DocumentWords
{
    private const int LongestRun = 12;
    private const int LongestListed = 4;

    private DocumentWords(TokenLine line)
    {
        Line = line;
        Words = new TaggedWord[line.Count];
    }

    public TokenLine Line { get; }

    public TaggedWord[] Words { get; }

    public WordUses Uses { get; private set; } = WordUses.None;

    public static DocumentWords Of(TokenLine line)
    {
        var document = new DocumentWords(line);
        for (var i = 0; i < line.Count; i++)
            document.Read(i);
        for (var i = 0; i < line.Count; i++)
            document.MarkListed(i);
        document.MarkRuns();
        document.Uses = WordUses.Of(document);
        return document;
    }

    private void Read(int at)
    {
        ref var word = ref Words[at];
        var text = Line.Word(at);
        var token = Line.Tokens[at];
        word.RunStart = -1;
        word.Lower = token.Kind == TokenKind.Number ? (uint)text.Length : FeatureHash.Lower(text);
        word.Shape = WordShapes.Of(text);
        var (coarse, middle, fine, prior) = WordClusters.Default.WithPrior(word.Lower);
        (word.Coarse, word.Middle, word.Fine, word.Prior) = ((ushort)coarse, (ushort)middle, (ushort)fine, (byte)prior);
        var facts = WordFacts.None;
        if (token.OpensSentence)
            facts |= WordFacts.Opens;
        if (!token.SpaceBefore)
            facts |= WordFacts.Glued;
        if (token.Kind == TokenKind.Word)
        {
            if (char.IsUpper(text[0]))
            {
                facts |= WordFacts.Capital;
                if (text.Length > 1 && char.IsUpper(text[^1]) || text.Length > 2 && text[1] == '.')
                    facts |= WordFacts.AllCapitals;
                if (Gazetteer.IsGivenName(text))
                    facts |= WordFacts.GivenName;
                if (NameWords.IsOrganisation(text))
                    facts |= WordFacts.Organisation;
                if (NameWords.IsPlace(text))
                    facts |= WordFacts.Place;
            }
            if (NameWords.IsTitle(text))
                facts |= WordFacts.Title;
            if (NameWords.IsSpeaking(text))
                facts |= WordFacts.Speaking;
            if (NameWords.IsLocating(text))
                facts |= WordFacts.Locating;
            if (Line[at] is Lexeme.Month or Lexeme.Weekday or Lexeme.AmbiguousMonth)
                facts |= WordFacts.TimeWord;
        }
        word.Facts = facts;
    }

    /// <summary>Towns, countries and peoples of up to four tokens that begin at a token.</summary>
    private void MarkListed(int at)
    {
        if ((Words[at].Facts & WordFacts.Capital) == 0)
            return;
        for (var end = Math.Min(Line.Count, at + LongestListed); end > at; end--)
        {
            var name = Line.Text.AsSpan(Line.Tokens[at].Start, Line.Tokens[end - 1].End - Line.Tokens[at].Start);
            if (Gazetteer.IsTown(name))
            {
                Words[at].Facts |= WordFacts.Town;
                for (var i = at + 1; i < end; i++)
                    Words[i].Facts |= WordFacts.InTown;
                break;
            }
            var fact = Countries.IsCountry(name) ? WordFacts.Country : Countries.IsPeople(name) ? WordFacts.People : WordFacts.None;
            if (fact != WordFacts.None)
            {
                for (var i = at; i < end; i++)
                    Words[i].Facts |= fact;
                break;
            }
        }
    }

    private void MarkRuns()
    {
        for (var at = 0; at < Words.Length; at++)
        {
            if ((Words[at].Facts & WordFacts.Capital) == 0)
                continue;
            for (var near = Math.Max(0, at - CapitalRuns.Before(Line, at)); near <= Math.Min(Words.Length - 1, at + 1); near++)
                Words[near].NearCapital = true;
        }
        for (var at = 0; at < Words.Length;)
        {
            var end = CapitalRuns.End(Line, at, LongestRun);
            for (var i = at; i < end; i++)
                (Words[i].RunStart, Words[i].RunEnd, Words[i].NearCapital) = (at, end, true);
            at = Math.Max(end, at + 1);
        }
    }
}
