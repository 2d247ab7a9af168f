using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using Pipeline.LocalCosmos.Query;

namespace Pipeline.LocalCosmos.Tests.Query;

/// <summary>A container's table in memory, made as the storage makes it, and an engine over it.</summary>
internal sealed class QueryFixture : IDisposable
{
    public const string Table = "docs_1";
    private int _count;

    public QueryFixture(params IEnumerable<string> documents) : this(256, documents)
    {
    }

    public QueryFixture(int smallContainer, IEnumerable<string> documents)
    {
        Connection.Open();
        Run($"""
            CREATE TABLE {Table} (id TEXT NOT NULL, pk TEXT NOT NULL, etag TEXT, ts INTEGER, lsn INTEGER, expires INTEGER NULL,
                body TEXT NOT NULL, PRIMARY KEY (pk, id));
            CREATE INDEX ix_{Table}_lsn ON {Table} (lsn);
            """);
        Engine = new QueryEngine(Clock, null, smallContainer);
        foreach (var document in documents) Insert(document);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 30, 15, 250, TimeSpan.Zero));

    public SqliteConnection Connection { get; } = new("Data Source=:memory:");

    public QueryEngine Engine { get; }

    public void Insert(string document, string partition = "\"p\"", long? expires = null)
    {
        using var parsed = JsonDocument.Parse(document, new JsonDocumentOptions { MaxDepth = 512 });
        var id = parsed.RootElement.TryGetProperty("id", out var given) ? given.GetString() : $"{_count:D6}";
        using var command = Connection.CreateCommand();
        command.CommandText = $"INSERT INTO {Table} (id, pk, body, etag, ts, lsn, expires) VALUES ($id, $pk, $body, 'e', 0, $n, $expires)";
        command.Parameters.AddWithValue("$id", id);
        command.Parameters.AddWithValue("$pk", partition);
        command.Parameters.AddWithValue("$body", document);
        command.Parameters.AddWithValue("$n", _count++);
        command.Parameters.AddWithValue("$expires", expires is null ? DBNull.Value : expires);
        command.ExecuteNonQuery();
    }

    public void Run(string sql)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public QueryPage Page(
        string text, int size = -1, string? continuation = null, string? partition = null, object? parameters = null, long now = 0) =>
        Engine.Execute(Connection, Request(text, size, continuation, partition, parameters, now));

    public QueryRequest Request(
        string text, int size = -1, string? continuation = null, string? partition = null, object? parameters = null, long now = 0) => new()
        {
            Table = Table,
            Query = Engine.Compile(text),
            Parameters = Parameters(parameters),
            PartitionKey = partition,
            MaxItemCount = size,
            Continuation = continuation,
            Now = now,
        };

    /// <summary>All results as one JSON array, read in pages of a size.</summary>
    public string Ask(string text, int size = -1, string? partition = null, object? parameters = null, long now = 0) =>
        $"[{string.Join(',', Items(text, size, partition, parameters, now))}]";

    public List<string> Items(string text, int size = -1, string? partition = null, object? parameters = null, long now = 0)
    {
        var items = new List<string>();
        string? continuation = null;
        do
        {
            var page = Page(text, size, continuation, partition, parameters, now);
            Assert.True(size <= 0 || page.Items.Count <= size);
            items.AddRange(page.Items.Select(item => Encoding.UTF8.GetString(item.Span)));
            continuation = page.Continuation;
        }
        while (continuation is not null);
        return items;
    }

    /// <summary>Parameters from an anonymous object; a JsonElement with an object does as well.</summary>
    public static Dictionary<string, JsonElement> Parameters(object? parameters) => parameters is null
        ? []
        : JsonSerializer.SerializeToElement(parameters).EnumerateObject().ToDictionary(property => "@" + property.Name, property => property.Value);

    public void Dispose() => Connection.Dispose();
}
