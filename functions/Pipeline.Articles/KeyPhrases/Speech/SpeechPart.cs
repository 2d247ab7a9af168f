namespace Pipeline.Articles.KeyPhrases.Speech;

/// <summary>Parts of speech, as coarse as noun phrases need them.</summary>
internal enum SpeechPart : byte
{
    Other,
    Noun,
    ProperNoun,
    Adjective,
    Verb,
    Adverb,
    Number,
}
