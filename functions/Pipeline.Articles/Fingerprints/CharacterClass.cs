namespace Pipeline.Articles.Fingerprints;

/// <summary>What a character is to the tokeniser.</summary>
[Flags]
internal enum CharacterClass : byte
{
    /// <summary>Separates tokens.</summary>
    Separator = 0,

    /// <summary>Letter or digit: stands inside a token.</summary>
    Word = 1,

    /// <summary>Upper-case letter.</summary>
    Upper = 2,

    /// <summary>Decimal digit of any script, or another number character.</summary>
    Digit = 4,

    /// <summary>Ends a sentence or a paragraph, or opens speech: a capital that follows says nothing.</summary>
    Break = 8,

    /// <summary>Letter of a script without case.</summary>
    Uncased = 16,

    /// <summary>Letter of a script that is compared character by character.</summary>
    Spaceless = 32,

    /// <summary>Accent, vowel point, joiner, soft hyphen: dropped without ending the token.</summary>
    Dropped = 64,

    /// <summary>Folds to more than one character.</summary>
    Expands = 128,
}
