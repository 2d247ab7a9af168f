namespace Pipeline.Functions.Tests.Infra.Bicep;

/// <summary>A value in a Bicep file, as far as it can be told without evaluating it.</summary>
internal abstract record BicepValue
{
    /// <summary>A string; its interpolations stand as written.</summary>
    internal sealed record Text(string Value) : BicepValue;

    internal sealed record Object(IReadOnlyList<KeyValuePair<string, BicepValue>> Properties) : BicepValue
    {
        /// <summary>Null when there is no such property.</summary>
        public BicepValue? this[string name] => Properties.FirstOrDefault(property => property.Key == name).Value;
    }

    internal sealed record List(IReadOnlyList<BicepValue> Items) : BicepValue
    {
        public IEnumerable<string> Texts => Items.OfType<Text>().Select(item => item.Value);
    }

    /// <summary><c>[for Variables in Source: Body]</c>.</summary>
    internal sealed record Loop(IReadOnlyList<string> Variables, string Source, BicepValue Body) : BicepValue;

    /// <summary>Anything else, as written.</summary>
    internal sealed record Expression(string Code) : BicepValue;

    /// <summary>The value behind a path such as <c>properties.disableLocalAuth</c>; null when it leads nowhere.</summary>
    public BicepValue? At(string path) =>
        path.Split('.').Aggregate((BicepValue?)this, (value, name) => (value as Object)?[name]);

    /// <summary>A text's value or an expression's code; null for the rest.</summary>
    public string? AsWritten => this switch
    {
        Text text => text.Value,
        Expression expression => expression.Code,
        _ => null,
    };
}
