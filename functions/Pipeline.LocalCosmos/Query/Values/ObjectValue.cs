using System.Collections;
using System.Text.Json;

namespace Pipeline.LocalCosmos.Query.Values;

/// <summary>A computed object: properties in the order in which they were written. A later one of the same name wins.</summary>
internal sealed class ObjectValue : IEnumerable<KeyValuePair<string, Value>>
{
    private readonly List<KeyValuePair<string, Value>> _properties;

    public ObjectValue(List<KeyValuePair<string, Value>> properties) => _properties = properties;

    public Value Find(string name)
    {
        foreach (var (key, value) in _properties)
            if (key == name) return value;
        return Value.Undefined;
    }

    public IEnumerator<KeyValuePair<string, Value>> GetEnumerator() => _properties.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal static IEnumerable<KeyValuePair<string, Value>> Read(JsonElement element)
    {
        foreach (var property in element.EnumerateObject())
            yield return KeyValuePair.Create(JsonStrings.Name(property), Value.Of(property.Value));
    }
}
