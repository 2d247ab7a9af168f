namespace Pipeline.Articles.Fingerprints;

/// <summary>How an article relates to one that came before it.</summary>
public enum DuplicateKind
{
    /// <summary>Nothing like it is known.</summary>
    None,

    /// <summary>The same folded content.</summary>
    Exact,

    /// <summary>The same canonical URL or the same blob, with newer content: a revision.</summary>
    Update,

    /// <summary>The same story in other words, cut, or wrapped.</summary>
    Near,
}
