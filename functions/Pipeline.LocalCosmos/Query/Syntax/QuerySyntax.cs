namespace Pipeline.LocalCosmos.Query.Syntax;

/// <summary>One SELECT with all its clauses, as written.</summary>
internal sealed record QuerySyntax
{
    public bool Distinct { get; init; }

    public Expression? Top { get; init; }

    public required Selection Selection { get; init; }

    public NodeList<Source> Sources { get; init; } = NodeList<Source>.Empty;

    public Expression? Where { get; init; }

    public NodeList<Expression> GroupBy { get; init; } = NodeList<Expression>.Empty;

    public NodeList<OrderItem> OrderBy { get; init; } = NodeList<OrderItem>.Empty;

    public Expression? Offset { get; init; }

    public Expression? Limit { get; init; }

    public int Depth => Parts().Select(part => part?.Depth ?? 0).DefaultIfEmpty().Max();

    private IEnumerable<Expression?> Parts() =>
    [
        Top, Where, Offset, Limit, .. Selection.Parts, .. GroupBy,
        .. Sources.Select(source => source.Collection), .. OrderBy.Select(item => item.Key),
    ];
}

internal abstract record Selection
{
    public abstract IEnumerable<Expression> Parts { get; }
}

/// <summary><c>SELECT *</c></summary>
internal sealed record SelectStar : Selection
{
    public override IEnumerable<Expression> Parts => [];
}

/// <summary><c>SELECT VALUE expression</c></summary>
internal sealed record SelectValue(Expression Value) : Selection
{
    public override IEnumerable<Expression> Parts => [Value];
}

/// <summary><c>SELECT a, b AS name</c></summary>
internal sealed record SelectList(NodeList<SelectItem> Items) : Selection
{
    public override IEnumerable<Expression> Parts => Items.Select(item => item.Value);
}

internal sealed record SelectItem(Expression Value, string? Alias);

internal sealed record OrderItem(Expression Key, bool Descending);

/// <summary>
/// One source of FROM or JOIN. <paramref name="Iterates"/> tells <c>x IN collection</c> (one tuple an element) from
/// <c>collection AS x</c> (one tuple); a subquery gives a tuple for each of its results, and with IN for each element of those.
/// </summary>
internal sealed record Source(Expression Collection, string? Alias, bool Iterates);
