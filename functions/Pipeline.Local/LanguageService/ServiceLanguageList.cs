using System.Collections.Frozen;

namespace Pipeline.Local.LanguageService;

/// <summary>Languages that the emulated service takes: the first ones of the service's own list.</summary>
internal static class ServiceLanguageList
{
    public const string Text = "ar,cs,da,de,en,es,fi,fr,he,hi,hu,it,ja,ko,nl,no,pl,pt-BR,pt-PT,ru,sv,tr,zh-hans,zh-hant";

    private static readonly FrozenSet<string> Languages = Text.Split(',').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool Has(string language) => Languages.Contains(language);
}
