using Pipeline.Functions.Tests.Infra.Bicep;

namespace Pipeline.Functions.Tests.Infra;

public sealed class BicepParserTests
{
    [Fact]
    public void Parse_Declarations_AreToldApart()
    {
        var file = BicepFile.Parse("""
            targetScope = 'subscription' // a comment
            @description('It\'s a name, with a bracket ) in it.')
            param name string
            param count int = 3
            var list = ['a', 'b'
              'c']
            resource one 'Type/a@2024-01-01' existing = { name: name }
            module two 'two.bicep' = if (count > 1 && !empty(name)) {
              params: { x: one.id }
            }
            output id string = two.outputs.id
            """);

        Assert.Equal(["name", "count", "list", "one", "two", "id"], file.Declarations.Select(item => item.Name));
        Assert.Equal("3", file.Get(BicepKind.Parameter, "count").Value!.AsWritten);
        Assert.Null(file.Get(BicepKind.Parameter, "name").Value);
        Assert.Single(file.Get(BicepKind.Parameter, "name").Decorators);
        Assert.Equal(["a", "b", "c"], file.Strings("list"));
        Assert.True(file.Get(BicepKind.Resource, "one").IsExisting);
        Assert.Equal("(count > 1 && !empty(name))", file.Get(BicepKind.Module, "two").Condition);
        Assert.Equal("one.id", file.Get(BicepKind.Module, "two").Body.At("params.x")!.AsWritten);
    }

    [Fact]
    public void Parse_ValuesWithinValues_KeepTheirPlaces()
    {
        var body = BicepFile.Parse("""
            resource all 'Type/b@2024-01-01' = [for (item, index) in concat(a, ['x']): {
              // https://not.a/property
              name: '${prefix}-${item['key']}'
              address: 'https://${host}/?a={b}'
              choice: index == 0 ? { a: 1 } : {
                a: 2
              }
              'odd.name': [{ b: 1 }, { b: 2 }]
              resource child 'c' existing = {
                name: 'default'
              }
            }]
            """).Declarations.Single();

        var loop = Assert.IsType<BicepValue.Loop>(body.Value);
        Assert.Equal(["item", "index"], loop.Variables);
        Assert.Equal("concat(a, ['x'])", loop.Source);
        Assert.Equal("${prefix}-${item['key']}", body.Body["name"]!.AsWritten);
        Assert.Equal("https://${host}/?a={b}", body.Body["address"]!.AsWritten);
        Assert.StartsWith("index == 0 ? {", body.Body["choice"]!.AsWritten, StringComparison.Ordinal);
        Assert.Equal(2, Assert.IsType<BicepValue.List>(body.Body["odd.name"]).Items.Count);
        Assert.Equal("default", body.Body.At("resource child.name")!.AsWritten);
    }

    [Theory]
    [InlineData("var a = {")]
    [InlineData("var a = 'no end")]
    [InlineData("var a = [for x in y: {]")]
    [InlineData("what is this")]
    [InlineData("resource a 'b'")]
    public void Parse_BrokenText_IsRefused(string text) => Assert.Throws<FormatException>(() => BicepFile.Parse(text));
}
