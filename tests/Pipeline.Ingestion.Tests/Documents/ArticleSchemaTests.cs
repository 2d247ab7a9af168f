using System.Text.Json.Nodes;
using Pipeline.Ingestion.Documents;

namespace Pipeline.Ingestion.Tests.Documents;

public sealed class ArticleSchemaTests
{
    [Fact]
    public void Create_TheDocumentType_IsWhatIsPublished()
    {
        var published = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "article.schema.json"));

        // When this fails: dotnet run --project functions/Pipeline.Local -- schema > functions/Pipeline.Ingestion/Documents/article.schema.json
        Assert.Equal(published, ArticleSchema.Create());
    }

    [Fact]
    public void Create_Properties_AreDescribedAndNeverNull()
    {
        var schema = JsonNode.Parse(ArticleSchema.Create())!;

        Assert.StartsWith("The headline", (string)schema["properties"]!["title"]!["description"]!, StringComparison.Ordinal);
        Assert.Equal(
            "string", (string)schema["properties"]!["provenance"]!["properties"]!["place"]!["type"]!);
        Assert.Contains("UTF-16", (string)schema["properties"]!["counts"]!["properties"]!["characters"]!["description"]!, StringComparison.Ordinal);
        Assert.DoesNotContain("null", ArticleSchema.Create(), StringComparison.Ordinal);
    }
}
