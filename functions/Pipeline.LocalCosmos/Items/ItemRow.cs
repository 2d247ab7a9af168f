using Pipeline.LocalCosmos.Resources;
using Pipeline.LocalCosmos.Storage;

namespace Pipeline.LocalCosmos.Items;

/// <summary>The row of an item that is about to be changed.</summary>
/// <param name="Number">The document's number, its rowid.</param>
/// <param name="ETag">Its version.</param>
/// <param name="Size">Bytes of its JSON.</param>
internal readonly record struct ItemRow(long Number, string ETag, int Size)
{
    public static ItemRow? Find(StorageConnection connection, ContainerResource container, string partitionKey, string id)
    {
        var statement = connection.Statement(container.Sql.FindForWrite).Bind(1, partitionKey).Bind(2, id);
        if (!statement.Read())
            return null;
        var row = new ItemRow(statement.Integer(1), statement.Text(0), (int)statement.Integer(2));
        statement.Reset();
        return row;
    }

    public static StoredItem Read(StorageConnection connection, ContainerResource container, ItemRow row)
    {
        var statement = connection.Statement(container.Sql.ReadRow).Bind(1, row.Number);
        statement.Read();
        var item = new StoredItem(statement.Utf8(0), row.ETag);
        statement.Reset();
        return item;
    }
}
