using Pipeline.Articles.KeyPhrases.Speech;

namespace Pipeline.Articles.KeyPhrases;

/// <summary>A word of a phrase: a token, or several that hyphens join.</summary>
/// <param name="Start">UTF-16 code units from the start of the text.</param>
/// <param name="End">UTF-16 code units, exclusive.</param>
/// <param name="Part">Part of speech of its last token.</param>
/// <param name="Stop">True for a word that carries no subject.</param>
/// <param name="Opens">True when it begins a sentence.</param>
internal readonly record struct PhraseUnit(int Start, int End, SpeechPart Part, bool Stop, bool Opens)
{
    public bool IsNoun => Part is SpeechPart.Noun or SpeechPart.ProperNoun;

    /// <summary>Whether a noun phrase may hold it.</summary>
    public bool IsNominal => IsNoun || Part == SpeechPart.Adjective;
}
