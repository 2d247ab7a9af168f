namespace Pipeline.LocalCosmos.Query.Values;

/// <summary>
/// Structural equality: numbers by value, arrays in order, objects without regard to the order of properties. Undefined equals
/// itself here, which is what GROUP BY and DISTINCT want; the operators deal with undefined before they ask.
/// </summary>
internal static class ValueEquality
{
    public static bool Equal(in Value left, in Value right)
    {
        if (left.Kind != right.Kind) return false;
        return left.Kind switch
        {
            ValueKind.Boolean => left.IsTrue == right.IsTrue,
            ValueKind.Number => left.AsNumber() == right.AsNumber(),
            ValueKind.String => StringsEqual(left, right),
            ValueKind.Array => left.ArrayLength == right.ArrayLength && left.Items.SequenceEqual(right.Items),
            ValueKind.Object => ObjectsEqual(left, right),
            _ => true,
        };
    }

    public static int Hash(in Value value)
    {
        var hash = new HashCode();
        hash.Add(value.Kind);
        switch (value.Kind)
        {
            case ValueKind.Boolean:
                hash.Add(value.IsTrue);
                break;
            case ValueKind.Number:
                hash.Add(value.AsNumber());
                break;
            case ValueKind.String:
                hash.Add(value.AsString());
                break;
            case ValueKind.Array:
                foreach (var item in value.Items) hash.Add(Hash(item));
                break;
            case ValueKind.Object:
                // A sum, because the order of properties must not matter.
                var sum = 0;
                foreach (var (name, item) in value.Properties) sum += HashCode.Combine(name, Hash(item));
                hash.Add(sum);
                break;
        }
        return hash.ToHashCode();
    }

    private static bool StringsEqual(in Value left, in Value right)
    {
        // The common case, a document's string against a constant, needs no string to be made.
        if (left.TryElement(out var element) && !right.TryElement(out _)) return JsonStrings.Equal(element, right.AsString());
        if (right.TryElement(out element) && !left.TryElement(out _)) return JsonStrings.Equal(element, left.AsString());
        return left.AsString() == right.AsString();
    }

    private static bool ObjectsEqual(in Value left, in Value right)
    {
        var count = 0;
        foreach (var (name, item) in left.Properties)
        {
            var other = right.Property(name);
            if (!other.IsDefined || !Equal(item, other)) return false;
            count++;
        }
        return right.Properties.Count() == count;
    }
}
