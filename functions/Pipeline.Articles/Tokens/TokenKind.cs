namespace Pipeline.Articles.Tokens;

/// <summary>What a token is made of.</summary>
internal enum TokenKind : byte
{
    /// <summary>Letters, with inner apostrophes and digits; or an abbreviation with its full stops.</summary>
    Word,

    /// <summary>Begins with a digit: "1,000.5", "20bn", "1990s".</summary>
    Number,

    /// <summary>The clitic that makes a possessive: "'s", "’s".</summary>
    Possessive,

    /// <summary>One character of anything else that is not white space.</summary>
    Mark,
}
