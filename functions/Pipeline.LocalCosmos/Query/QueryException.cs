namespace Pipeline.LocalCosmos.Query;

/// <summary>A query that is malformed or outside the supported language. The message is the reason, fit for a 400 answer.</summary>
internal sealed class QueryException : Exception
{
    public QueryException(string message) : base(message)
    {
    }

    public QueryException(string message, Exception inner) : base(message, inner)
    {
    }
}
