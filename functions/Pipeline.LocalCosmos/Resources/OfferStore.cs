using Pipeline.LocalCosmos.Storage;

namespace Pipeline.LocalCosmos.Resources;

/// <summary>The offers table. Writing happens inside the units that create and delete what the offers belong to.</summary>
internal static class OfferStore
{
    public static void Create(StorageConnection connection, string resource, string self, string content) =>
        connection.Statement("INSERT INTO offers (resource, self, content) VALUES (?1, ?2, ?3)")
            .Bind(1, resource).Bind(2, self).Bind(3, content).Execute();

    public static bool Exists(StorageConnection connection, string resource)
    {
        var statement = connection.Statement("SELECT 1 FROM offers WHERE resource = ?1").Bind(1, resource);
        var exists = statement.Read();
        statement.Reset();
        return exists;
    }

    public static void Delete(StorageConnection connection, string resource) =>
        connection.Statement("DELETE FROM offers WHERE resource = ?1").Bind(1, resource).Execute();
}
