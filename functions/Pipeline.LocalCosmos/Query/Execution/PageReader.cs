using System.Text.Json;
using Microsoft.Data.Sqlite;
using Pipeline.LocalCosmos.Query.Binding;
using Pipeline.LocalCosmos.Query.Planning;
using Pipeline.LocalCosmos.Query.Values;

namespace Pipeline.LocalCosmos.Query.Execution;

/// <summary>
/// Reads one page by the way that suits the query:
/// <code>
/// aggregates, GROUP BY, DISTINCT -> all rows are seen first, pages count results   (Whole)
/// ORDER BY                       -> by the index, or the best page in a heap       (Ordered)
/// anything else                  -> rows as they come, stopping with the page      (Plain)
/// </code>
/// </summary>
internal sealed class PageReader
{
    private const int DefaultItems = 1000;
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 512 };

    public PageReader(SqliteConnection connection, QueryRequest request, Frame frame, ReadPlan plan, Continuation? token)
    {
        Query = request.Query.Bound;
        Frame = frame;
        Plan = plan;
        Token = token;
        Request = request;
        Reader = new DocumentReader(connection, request.Table, request.Now);
        MaxItems = request.MaxItemCount > 0 ? request.MaxItemCount : DefaultItems;
        Page = new PageBuilder(MaxItems);
    }

    public BoundQuery Query { get; }

    public Frame Frame { get; }

    public ReadPlan Plan { get; }

    public Continuation? Token { get; }

    public QueryRequest Request { get; }

    public DocumentReader Reader { get; }

    public PageBuilder Page { get; }

    public int MaxItems { get; }

    public int DocumentsRead { get; private set; }

    public QueryPage Read()
    {
        var next = Query switch
        {
            { Grouping: not null } or { Distinct: true } or { Sources.Count: 0 } or { Derived: not null } => new WholePage(this).Read(),
            { OrderBy.Count: > 0 } => new OrderedPage(this).Read(),
            _ => new PlainPage(this).Read(),
        };
        return new QueryPage(Page.Items, next?.ToString(), DocumentsRead, Plan.UsesIndex);
    }

    /// <summary>Rows in the order of their ids, from one on.</summary>
    public IEnumerable<DocumentRow> Rows(long from) =>
        Plan.Filter is { } filter ? Reader.Fetch(FilteredScan.Statement(Request, filter, from)) : Reader.Scan(from);

    /// <summary>Rows in the order of the plan's index, from the row on that <paramref name="after"/> names.</summary>
    public IEnumerable<DocumentRow> OrderedRows(SortedRow? after) =>
        OrderedScan.Statements(Request, Plan, Query.OrderBy[0].Descending, after).SelectMany(Reader.Fetch);

    /// <summary>The tuples of one document that pass WHERE, with their places among all its tuples.</summary>
    public IEnumerable<int> Tuples(DocumentRow row) => Tuples(Query, row);

    public IEnumerable<int> Tuples(BoundQuery query, DocumentRow row)
    {
        DocumentsRead++;
        using var document = JsonDocument.Parse(row.Body, Options);
        Frame.Slots[query.RootSlot] = Value.Of(document.RootElement);
        var ordinal = 0;
        foreach (var tuple in BoundSource.Tuples(Frame, query.Sources))
        {
            if (query.Where is null || query.Where(tuple).IsTrue) yield return ordinal;
            ordinal++;
        }
    }
}
