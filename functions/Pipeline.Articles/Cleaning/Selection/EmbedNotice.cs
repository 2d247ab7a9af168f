using System.Buffers;

namespace Pipeline.Articles.Cleaning.Selection;

/// <summary>What stands in place of an embedded post or film until the reader agrees: "Here is external content, which ...".</summary>
internal static class EmbedNotice
{
    private const int LongestNotice = 70;

    private static readonly SearchValues<string> Phrases = SearchValues.Create(
    [
        "externer Inhalt", "externen Inhalt", "externe Inhalte", "externen Inhalte", "externem Inhalt", "Inhalte von Drittanbietern", "Drittplattform",
        "external content", "content from external", "third-party content", "content is hosted on another platform", "contenu externe", "contenus externes", "contenido externo", "contenuto esterno", "contenuti esterni",
        "conteúdo externo", "externe inhoud", "externe content", "externt innehåll", "externt indhold", "eksternt indhold", "eksternt innhold", "treści zewnętrzne", "treść zewnętrzna", "ulkoista sisältöä",
    ], StringComparison.OrdinalIgnoreCase);

    public static bool Is(BlockView view, int i) => view.Facts[i].Words <= LongestNotice && view.Text(i).ContainsAny(Phrases);
}
