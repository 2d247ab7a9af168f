using Microsoft.Azure.Cosmos;
using Microsoft.Azure.Cosmos.Serialization.HybridRow.Layouts;
using Microsoft.Azure.Cosmos.Serialization.HybridRow.Schemas;

namespace Pipeline.LocalCosmos.Batches;

/// <summary>The HybridRow layouts of batches, out of the schema that the SDK carries as a resource.</summary>
internal static class BatchLayouts
{
    static BatchLayouts()
    {
        const string resource = "Microsoft.Azure.Cosmos.Batch.HybridRowBatchSchemas.json";
        using var stream = typeof(CosmosClient).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"This version of the Cosmos SDK has no resource {resource}.");
        using var reader = new StreamReader(stream);
        var schemas = Namespace.Parse(reader.ReadToEnd());
        Resolver = new LayoutResolverNamespace(schemas);
        Result = Resolver.Resolve(schemas.Schemas.Single(schema => schema.Name == "BatchResult").SchemaId);
    }

    public static LayoutResolverNamespace Resolver { get; }

    public static Layout Result { get; }
}
