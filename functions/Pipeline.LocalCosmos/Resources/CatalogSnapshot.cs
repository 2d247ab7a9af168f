using System.Collections.Immutable;

namespace Pipeline.LocalCosmos.Resources;

/// <summary>Every database and container at one moment, found by name or, as the SDK sometimes asks, by rid.</summary>
internal sealed record CatalogSnapshot(
    ImmutableSortedDictionary<string, DatabaseResource> Databases,
    ImmutableDictionary<(string Database, string Container), ContainerResource> Containers)
{
    public static CatalogSnapshot Empty { get; } = new(
        ImmutableSortedDictionary.Create<string, DatabaseResource>(StringComparer.Ordinal),
        ImmutableDictionary<(string, string), ContainerResource>.Empty);

    public DatabaseResource? Database(string idOrRid) => Databases.GetValueOrDefault(idOrRid)
        ?? Databases.Values.FirstOrDefault(database => database.Rid == idOrRid);

    public ContainerResource? Container(string database, string idOrRid) => Containers.GetValueOrDefault((database, idOrRid))
        ?? Containers.Values.FirstOrDefault(container => container.Rid == idOrRid);

    public IEnumerable<ContainerResource> ContainersOf(DatabaseResource database) => Containers.Values
        .Where(container => container.Database.Number == database.Number).OrderBy(container => container.Number);

    public CatalogSnapshot With(DatabaseResource database) => this with { Databases = Databases.SetItem(database.Id, database) };

    public CatalogSnapshot With(ContainerResource container) => this with
    {
        Containers = Containers.SetItem((container.Database.Id, container.Definition.Id), container),
    };

    public CatalogSnapshot Without(ContainerResource container) => this with
    {
        Containers = Containers.Remove((container.Database.Id, container.Definition.Id)),
    };

    public CatalogSnapshot Without(DatabaseResource database) => this with
    {
        Databases = Databases.Remove(database.Id),
        Containers = Containers.RemoveRange(
            Containers.Where(pair => pair.Value.Database.Number == database.Number).Select(pair => pair.Key)),
    };
}
