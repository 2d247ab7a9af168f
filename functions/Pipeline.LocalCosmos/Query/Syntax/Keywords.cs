using System.Collections.Frozen;

namespace Pipeline.LocalCosmos.Query.Syntax;

/// <summary>Names that cannot be an alias or start an expression, as the service has them. After a dot every name is a property.</summary>
internal static class Keywords
{
    private static readonly FrozenSet<string> Reserved = new[]
    {
        "AND", "ARRAY", "AS", "ASC", "BETWEEN", "BY", "CASE", "CAST", "CONVERT", "CROSS", "DESC", "DISTINCT", "ELSE", "END", "ESCAPE",
        "EXISTS", "FALSE", "FOR", "FROM", "GROUP", "HAVING", "IN", "INNER", "INSERT", "INTO", "IS", "JOIN", "LEFT", "LIKE", "LIMIT",
        "NOT", "NULL", "OFFSET", "ON", "OR", "ORDER", "OUTER", "OVER", "RIGHT", "SELECT", "SET", "THEN", "TOP", "TRUE", "UDF",
        "UNDEFINED", "UPDATE", "VALUE", "WHEN", "WHERE", "WITH",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool IsReserved(string name) => Reserved.Contains(name);
}
