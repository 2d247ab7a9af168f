namespace Pipeline.LocalCosmos.Query.Values;

/// <summary>
/// The total order of ORDER BY, MIN and MAX: undefined, null, false, true, numbers, strings, arrays, objects. Strings compare by
/// code point, which is the byte order of UTF-8 and so also SQLite's. Arrays rank alike among themselves, and objects too: the
/// service gives no useful order there, and the order of rows decides.
/// </summary>
internal sealed class ValueOrder : IComparer<Value>
{
    public static readonly ValueOrder Instance = new();

    public int Compare(Value left, Value right)
    {
        if (left.Kind != right.Kind) return left.Kind.CompareTo(right.Kind);
        return left.Kind switch
        {
            ValueKind.Boolean => left.IsTrue.CompareTo(right.IsTrue),
            ValueKind.Number => left.AsNumber().CompareTo(right.AsNumber()),
            ValueKind.String => CompareCodePoints(left.AsString(), right.AsString()),
            _ => 0,
        };
    }

    public static int CompareCodePoints(string left, string right)
    {
        var common = left.AsSpan().CommonPrefixLength(right);
        if (common == left.Length || common == right.Length) return left.Length.CompareTo(right.Length);
        char a = left[common], b = right[common];
        // UTF-16 sorts surrogates below U+E000..U+FFFF; as code points they stand above. Where one code unit of a pair differs, the
        // pairs compare like their units. A lone surrogate keeps its own value.
        var aPair = IsInPair(left, common);
        var bPair = IsInPair(right, common);
        return aPair == bPair ? a.CompareTo(b) : aPair.CompareTo(bPair);
    }

    private static bool IsInPair(string text, int index) =>
        char.IsHighSurrogate(text[index])
            ? index + 1 < text.Length && char.IsLowSurrogate(text[index + 1])
            : char.IsLowSurrogate(text[index]) && index > 0 && char.IsHighSurrogate(text[index - 1]);
}
