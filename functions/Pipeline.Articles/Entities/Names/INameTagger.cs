using Pipeline.Articles.Entities.Patterns;

namespace Pipeline.Articles.Entities.Names;

/// <summary>Finds names of people, places, organisations and peoples. Implementations are thread safe.</summary>
internal interface INameTagger
{
    /// <summary>Mentions in order, none overlapping another.</summary>
    List<EntityMention> Find(TokenLine line);
}
