using System.Collections.Frozen;

namespace Pipeline.LocalCosmos.Query.Syntax;

/// <summary>Names that cannot be an alias or start an expression. After a dot every name is a property.</summary>
internal static class Keywords
{
    private static readonly FrozenSet<string> Reserved = new[]
    {
        "SELECT", "FROM", "WHERE", "AND", "OR", "NOT", "IN", "BETWEEN", "LIKE", "ESCAPE", "ORDER", "GROUP", "BY", "OFFSET", "LIMIT",
        "TOP", "DISTINCT", "VALUE", "AS", "JOIN", "EXISTS", "ASC", "DESC", "NULL", "TRUE", "FALSE", "UNDEFINED", "UDF", "HAVING",
        "UNION", "CASE", "RANK",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool IsReserved(string name) => Reserved.Contains(name);
}
