namespace Pipeline.Articles.Cleaning.Text;

/// <summary>What a character is to words.</summary>
internal enum CharacterKind : byte
{
    Mark,
    Apostrophe,
    Digit,

    /// <summary>A letter without case, or a mark on one.</summary>
    Letter,
    Capital,
    Small,
}
