using Pipeline.LocalCosmos.Protocol;
using Pipeline.LocalCosmos.Storage;

namespace Pipeline.LocalCosmos.Resources;

/// <summary>
/// The catalog in memory; requests read it without asking the file. It changes after a commit, on the writer's thread.
/// </summary>
internal sealed class Catalog
{
    private readonly Action<ContainerResource> _onDefinition;
    private CatalogSnapshot _current;

    private Catalog(CatalogSnapshot loaded, Action<ContainerResource> onDefinition)
    {
        _current = loaded;
        _onDefinition = onDefinition;
        foreach (var container in loaded.Containers.Values)
            onDefinition(container);
    }

    public static CosmosResponse DatabaseNotFound { get; } =
        CosmosResponse.NotFound("Resource Not Found: the database does not exist.");

    public static CosmosResponse ContainerNotFound { get; } =
        CosmosResponse.NotFound("Resource Not Found: the container does not exist.", 1003);

    public CatalogSnapshot Current => Volatile.Read(ref _current);

    /// <param name="storage">The file.</param>
    /// <param name="onDefinition">Hears of every container that is loaded, created or changed, before requests see it so.</param>
    public static Catalog Load(StorageEngine storage, Action<ContainerResource> onDefinition) =>
        new(storage.Readers.Read(ReadAll), onDefinition);

    /// <summary>Called on the writer's thread only, after the change is committed.</summary>
    public void Publish(Func<CatalogSnapshot, CatalogSnapshot> change) => Volatile.Write(ref _current, change(_current));

    /// <inheritdoc cref="Publish(Func{CatalogSnapshot, CatalogSnapshot})"/>
    public void Publish(ContainerResource container)
    {
        _onDefinition(container);
        Publish(snapshot => snapshot.With(container));
    }

    private static CatalogSnapshot ReadAll(StorageConnection connection)
    {
        var snapshot = CatalogSnapshot.Empty;
        var databases = connection.Statement("SELECT number, id, body, etag FROM databases");
        while (databases.Read())
            snapshot = snapshot.With(new DatabaseResource(
                databases.Integer(0), databases.Text(1), databases.Utf8(2), databases.Text(3)));

        var byNumber = snapshot.Databases.Values.ToDictionary(database => database.Number);
        var containers = connection.Statement("SELECT number, database, body, etag, lsn FROM containers");
        while (containers.Read())
        {
            var body = containers.Utf8(2);
            snapshot = snapshot.With(new ContainerResource(byNumber[containers.Integer(1)], containers.Integer(0),
                ContainerDefinition.Parse(body), body, containers.Text(3), new SequenceNumber(containers.Integer(4))));
        }

        return snapshot;
    }
}
