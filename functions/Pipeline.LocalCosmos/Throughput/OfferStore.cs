using Pipeline.LocalCosmos.Storage;

namespace Pipeline.LocalCosmos.Throughput;

/// <summary>The offers table. Writing happens inside the units that create and delete what the offers belong to.</summary>
internal static class OfferStore
{
    public static void Create(StorageConnection connection, string resource, string self, string content) =>
        connection.Statement("INSERT INTO offers (resource, self, content) VALUES (?1, ?2, ?3)")
            .Bind(1, resource).Bind(2, self).Bind(3, content).Execute();

    public static void Change(StorageConnection connection, Offer offer) =>
        connection.Statement("UPDATE offers SET content = ?2 WHERE number = ?1")
            .Bind(1, offer.Number).Bind(2, offer.Content).Execute();

    public static void Delete(StorageConnection connection, string resource) =>
        connection.Statement("DELETE FROM offers WHERE resource = ?1").Bind(1, resource).Execute();

    public static bool Exists(StorageConnection connection, string resource) =>
        ReadAll(connection).Exists(offer => offer.Resource == resource);

    public static List<Offer> ReadAll(StorageConnection connection)
    {
        var statement = connection.Statement("SELECT number, resource, self, content FROM offers ORDER BY number");
        var offers = new List<Offer>();
        while (statement.Read())
            offers.Add(new Offer(statement.Integer(0), statement.Text(1), statement.Text(2), statement.Text(3)));
        return offers;
    }
}
