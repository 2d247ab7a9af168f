using Pipeline.Articles.Entities;

namespace Pipeline.Ingestion.Language.Service;

/// <summary>The service's names of categories.</summary>
internal static class ServiceCategories
{
    /// <summary>Null for a category that a later version of the service may add.</summary>
    public static EntityCategory? Of(string name) => name switch
    {
        "IPAddress" => EntityCategory.IP,
        "URL" => EntityCategory.Url,
        _ => Enum.TryParse<EntityCategory>(name, ignoreCase: false, out var category) && !char.IsAsciiDigit(name[0]) ? category : null,
    };

    public static string Name(EntityCategory category) => category switch
    {
        EntityCategory.IP => "IPAddress",
        EntityCategory.Url => "URL",
        _ => category.ToString(),
    };
}
