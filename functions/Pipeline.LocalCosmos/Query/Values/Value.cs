using System.Text.Json;

namespace Pipeline.LocalCosmos.Query.Values;

/// <summary>
/// A JSON value or undefined. It stands either on a parsed document (a <see cref="JsonElement"/>, read only when asked for) or on
/// what an expression computed. A value over a document lives as long as the document; <see cref="Detach"/> frees it from that.
/// Numbers are IEEE 754 doubles, as in the service; what is not finite is undefined because JSON cannot say it.
/// </summary>
internal readonly struct Value : IEquatable<Value>
{
    public static readonly Value Undefined;
    public static readonly Value Null = new(ValueKind.Null, 0, null, default);
    public static readonly Value True = new(ValueKind.Boolean, 1, null, default);
    public static readonly Value False = new(ValueKind.Boolean, 0, null, default);

    private readonly double _number;
    private readonly object? _computed;
    private readonly JsonElement _element;

    private Value(ValueKind kind, double number, object? computed, JsonElement element)
    {
        Kind = kind;
        _number = number;
        _computed = computed;
        _element = element;
    }

    public ValueKind Kind { get; }

    public bool IsDefined => Kind != ValueKind.Undefined;

    public bool IsTrue => Kind == ValueKind.Boolean && _number != 0;

    public bool IsFalse => Kind == ValueKind.Boolean && _number == 0;

    public bool IsPrimitive => Kind is ValueKind.Null or ValueKind.Boolean or ValueKind.Number or ValueKind.String;

    public static Value Of(bool value) => value ? True : False;

    public static Value Of(double value) =>
        double.IsFinite(value) ? new(ValueKind.Number, value, null, default) : Undefined;

    public static Value Of(string value) => new(ValueKind.String, 0, value, default);

    public static Value Of(IReadOnlyList<Value> items) => new(ValueKind.Array, 0, items, default);

    public static Value Of(ObjectValue properties) => new(ValueKind.Object, 0, properties, default);

    public static Value Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null => Null,
        JsonValueKind.True => True,
        JsonValueKind.False => False,
        JsonValueKind.Number => new(ValueKind.Number, element.GetDouble(), null, element),
        JsonValueKind.String => new(ValueKind.String, 0, null, element),
        JsonValueKind.Array => new(ValueKind.Array, 0, null, element),
        JsonValueKind.Object => new(ValueKind.Object, 0, null, element),
        _ => Undefined,
    };

    public double AsNumber() => _number;

    public string AsString() => _computed as string ?? JsonStrings.Read(_element);

    public bool TryString(out string text)
    {
        text = Kind == ValueKind.String ? AsString() : string.Empty;
        return Kind == ValueKind.String;
    }

    /// <summary>True for a number without fraction that a 64-bit integer holds.</summary>
    public bool TryInteger(out long integer)
    {
        var whole = Kind == ValueKind.Number && Math.Floor(_number) == _number && Math.Abs(_number) < 9.2e18;
        integer = whole ? (long)_number : 0;
        return whole;
    }

    public int ArrayLength => _computed is IReadOnlyList<Value> list ? list.Count : _element.GetArrayLength();

    public IEnumerable<Value> Items =>
        _computed as IReadOnlyList<Value> ?? _element.EnumerateArray().Select(Of);

    public IEnumerable<KeyValuePair<string, Value>> Properties =>
        _computed as ObjectValue ?? ObjectValue.Read(_element);

    public Value Property(string name)
    {
        if (Kind != ValueKind.Object) return Undefined;
        if (_computed is ObjectValue properties) return properties.Find(name);
        return _element.TryGetProperty(name, out var found) ? Of(found) : Undefined;
    }

    public Value Item(long index)
    {
        if (Kind != ValueKind.Array || index < 0 || index >= ArrayLength) return Undefined;
        return _computed is IReadOnlyList<Value> list ? list[(int)index] : Of(_element[(int)index]);
    }

    /// <summary>The JSON element behind a value that comes unchanged from a document.</summary>
    public bool TryElement(out JsonElement element)
    {
        element = _element;
        return _computed is null && _element.ValueKind != JsonValueKind.Undefined;
    }

    /// <summary>The same value, independent of the document it was read from.</summary>
    public Value Detach() => Kind switch
    {
        ValueKind.Number => Of(_number),
        ValueKind.String => Of(AsString()),
        ValueKind.Array when _computed is null => Of(_element.Clone()),
        ValueKind.Object when _computed is null => Of(_element.Clone()),
        ValueKind.Array => Of([.. Items.Select(item => item.Detach())]),
        ValueKind.Object => Of(new ObjectValue([.. Properties.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.Detach()))])),
        _ => this,
    };

    public bool Equals(Value other) => ValueEquality.Equal(this, other);

    public override bool Equals(object? obj) => obj is Value other && Equals(other);

    public override int GetHashCode() => ValueEquality.Hash(this);
}
