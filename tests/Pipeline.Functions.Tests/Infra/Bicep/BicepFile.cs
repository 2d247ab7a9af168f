namespace Pipeline.Functions.Tests.Infra.Bicep;

/// <summary>A Bicep file's declarations.</summary>
internal sealed record BicepFile(IReadOnlyList<BicepDeclaration> Declarations)
{
    public static BicepFile Parse(string text) => new(new BicepParser(text).ParseFile());

    public IEnumerable<BicepDeclaration> Of(BicepKind kind) =>
        Declarations.Where(declaration => declaration.Kind == kind);

    public BicepDeclaration Get(BicepKind kind, string name) =>
        Of(kind).FirstOrDefault(declaration => declaration.Name == name)
        ?? throw new InvalidOperationException($"There is no {kind} {name}.");

    /// <summary>The first resource of a type, such as Microsoft.Storage/storageAccounts, that the file creates.</summary>
    public BicepDeclaration Creates(string type) =>
        Of(BicepKind.Resource).FirstOrDefault(
            resource => !resource.IsExisting && resource.Type.StartsWith(type + "@", StringComparison.OrdinalIgnoreCase))
        ?? throw new InvalidOperationException($"No resource {type} is created.");

    /// <summary>The strings of a list that a variable holds.</summary>
    public IReadOnlyList<string> Strings(string variable) =>
        Get(BicepKind.Variable, variable).Value is BicepValue.List list
            ? [.. list.Texts]
            : throw new InvalidOperationException($"{variable} is no list.");
}
