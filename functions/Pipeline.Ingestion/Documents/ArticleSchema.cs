using System.ComponentModel;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace Pipeline.Ingestion.Documents;

/// <summary>The published JSON Schema of a document, made from its type so that the two cannot part.</summary>
public static class ArticleSchema
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonSchemaExporterOptions Options = new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = Transform,
    };

    /// <summary>JSON Schema (draft 2020-12), indented, ending in a line feed.</summary>
    public static string Create()
    {
        var schema = DocumentJson.Readable.ArticleDocument.GetJsonSchemaAsNode(Options).AsObject();
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", "Article");
        schema.Insert(2, "description", $"A normalised news article, schema version {ArticleDocument.CurrentSchema}.");
        return schema.ToJsonString(Indented) + "\n";
    }

    private static JsonNode Transform(JsonSchemaExporterContext context, JsonNode node)
    {
        if (node is not JsonObject schema)
        {
            return node;
        }

        // Absent rather than null is how documents are written, so null is no value of theirs.
        if (schema["type"] is JsonArray types && types.Any(IsNull))
        {
            schema["type"] = types.First(type => !IsNull(type))!.DeepClone();
        }

        if (schema["enum"] is JsonArray values && values.FirstOrDefault(IsNullValue) is { } nothing)
        {
            values.Remove(nothing);
        }

        var attributes = context.PropertyInfo?.AttributeProvider;
        var description = attributes?.GetCustomAttributes(typeof(DescriptionAttribute), inherit: false).FirstOrDefault()
            ?? Parameter(context)?.GetCustomAttribute<DescriptionAttribute>();
        if (description is DescriptionAttribute { Description: { } text })
        {
            schema.Insert(0, "description", text);
        }

        return schema;
    }

    private static ParameterInfo? Parameter(JsonSchemaExporterContext context) =>
        context.PropertyInfo?.AssociatedParameter?.AttributeProvider as ParameterInfo;

    private static bool IsNull(JsonNode? type) => type?.GetValue<string>() == "null";

    private static bool IsNullValue(JsonNode? value) => value is null;
}
