using System.Text;
using Pipeline.LocalCosmos.Storage;

namespace Pipeline.LocalCosmos.Resources;

/// <summary>
/// A container as requests see it: a snapshot of its definition, replaced whole when the definition changes. The sequence
/// number is shared by all snapshots of one container; the writer's thread alone raises it.
/// </summary>
internal sealed class ContainerResource
{
    private readonly SequenceNumber _sequence;

    public ContainerResource(DatabaseResource database, long number, ContainerDefinition definition, byte[] body, string etag,
        SequenceNumber sequence)
    {
        Database = database;
        Number = number;
        Definition = definition;
        Body = body;
        ETag = etag;
        _sequence = sequence;
        Rid = ResourceId.Container(database.Number, number);
        Table = DocumentTable.Name(number);
        DocumentSelfPrefix = Encoding.UTF8.GetBytes($"dbs/{database.Rid}/colls/{Rid}/docs/");
        Sql = new DocumentStatements(Table);
    }

    public DatabaseResource Database { get; }

    public long Number { get; }

    public ContainerDefinition Definition { get; }

    public byte[] Body { get; }

    public string ETag { get; }

    public string Rid { get; }

    public string Table { get; }

    public byte[] DocumentSelfPrefix { get; }

    public DocumentStatements Sql { get; }

    public SequenceNumber Sequence => _sequence;

    /// <summary>The sequence number of the newest committed write.</summary>
    public long Lsn => _sequence.Committed;
}
