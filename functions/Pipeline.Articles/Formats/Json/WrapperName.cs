namespace Pipeline.Articles.Formats.Json;

/// <summary>What a field's name means while a list of articles is looked for.</summary>
internal enum WrapperName
{
    /// <summary>Nothing.</summary>
    Other,

    /// <summary>A text: the object is an article itself.</summary>
    Body,

    /// <summary>An object under this name may hold the list.</summary>
    Holder,

    /// <summary>A list of objects under this name is the list; an object may hold it.</summary>
    List,
}
