namespace Pipeline.Articles.Formats.Json;

/// <summary>What a field of a JSON article means.</summary>
internal enum ArticleField
{
    Body,
    Title,
    Url,
    Author,
    Published,
    Modified,
    Site,
    Language,
    Summary,
    Tags,
}
