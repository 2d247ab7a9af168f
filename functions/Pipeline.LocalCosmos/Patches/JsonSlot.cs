using System.Globalization;
using System.Text.Json.Nodes;
using Pipeline.LocalCosmos.Protocol;

namespace Pipeline.LocalCosmos.Patches;

/// <summary>A place in an item, which may be empty: a property of an object or a position in an array.</summary>
internal readonly struct JsonSlot
{
    private readonly JsonObject? _object;
    private readonly JsonArray? _array;
    private readonly string _name;
    private readonly int _index;

    private JsonSlot(JsonPointer path, JsonNode parent, string name)
    {
        Path = path;
        _name = name;
        _object = parent as JsonObject;
        _array = parent as JsonArray;
        if (_array is not null)
            _index = Index(name, _array, path);
    }

    public JsonPointer Path { get; }

    public bool Exists => _object?.ContainsKey(_name) ?? _index < _array!.Count;

    public JsonNode? Value => _object is not null ? _object[_name] : _array![_index];

    /// <exception cref="RequestRefusedException">What should hold the place is not there.</exception>
    public static JsonSlot Find(JsonObject root, JsonPointer path)
    {
        JsonNode? parent = root;
        foreach (var segment in path.Segments.SkipLast(1))
        {
            parent = parent switch
            {
                JsonObject json => json[segment],
                JsonArray array when Index(segment, array, path) is var index && index < array.Count => array[index],
                _ => null,
            };
        }

        return parent is JsonObject or JsonArray
            ? new JsonSlot(path, parent, path.Segments[^1])
            : throw RequestRefusedException.BadRequest($"The patch path '{path.Text}' leads through what is not there.");
    }

    /// <summary>Puts a value here; in an array the later ones move on.</summary>
    public void Insert(JsonNode? value)
    {
        if (_object is not null)
            _object[_name] = value;
        else
            _array!.Insert(_index, value);
    }

    /// <summary>Puts a value here, in place of what is here.</summary>
    public void Set(JsonNode? value)
    {
        if (_object is not null)
            _object[_name] = value;
        else if (_index < _array!.Count)
            _array[_index] = value;
        else
            _array.Add(value);
    }

    public void Replace(JsonNode? value)
    {
        Require();
        Set(value);
    }

    /// <returns>What was here, free to be put elsewhere.</returns>
    public JsonNode? Remove()
    {
        Require();
        var value = Value;
        if (_object is not null)
            _object.Remove(_name);
        else
            _array!.RemoveAt(_index);
        return value;
    }

    private void Require()
    {
        if (!Exists)
            throw RequestRefusedException.BadRequest($"There is nothing at the patch path '{Path.Text}'.");
    }

    private static int Index(string segment, JsonArray array, JsonPointer path)
    {
        if (segment == "-")
            return array.Count;
        return int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index <= array.Count
            ? index
            : throw RequestRefusedException.BadRequest(
                $"The patch path '{path.Text}' leaves its array, which has {array.Count} elements.");
    }
}
