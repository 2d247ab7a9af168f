namespace Pipeline.Functions.Tests.Infra.Bicep;

internal enum BicepKind
{
    Parameter,
    Variable,
    Resource,
    Module,
    Output,
}

/// <summary>A declaration at the top of a Bicep file.</summary>
internal sealed record BicepDeclaration
{
    public required BicepKind Kind { get; init; }

    public required string Name { get; init; }

    /// <summary>Type of a parameter or an output, <c>type@version</c> of a resource, path of a module.</summary>
    public string Type { get; init; } = "";

    /// <summary>True for a resource that stands already.</summary>
    public bool IsExisting { get; init; }

    /// <summary>The condition of a resource or a module, as written.</summary>
    public string? Condition { get; init; }

    /// <summary>Null for a parameter without a default.</summary>
    public BicepValue? Value { get; init; }

    /// <summary>What stands between @( and ) above it, as written.</summary>
    public IReadOnlyList<string> Decorators { get; init; } = [];

    /// <summary>The object behind a resource or a module, also inside a loop.</summary>
    public BicepValue.Object Body => (Value is BicepValue.Loop loop ? loop.Body : Value) as BicepValue.Object
        ?? throw new InvalidOperationException($"{Name} has no body.");
}
