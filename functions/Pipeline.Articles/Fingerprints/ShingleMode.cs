namespace Pipeline.Articles.Fingerprints;

/// <summary>What a shingle is made of, chosen by the script that most letters of a text belong to.</summary>
public enum ShingleMode
{
    /// <summary>Cased scripts (Latin, Cyrillic, Greek): three tokens in a row of which one at least is a fact.</summary>
    Facts,

    /// <summary>Scripts with spaces and without case (Arabic, Hebrew, Devanagari): three tokens in a row.</summary>
    Words,

    /// <summary>Scripts without spaces or with long agglutinated words (Chinese, Japanese, Korean, Thai): three characters in a row.</summary>
    Characters,
}
