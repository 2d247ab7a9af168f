using System.Buffers;
using System.Runtime.InteropServices;

namespace Pipeline.Articles.Cleaning.Html.Scripts;

/// <summary>
/// The objects, arrays and strings of a JSON text with their places in the source, which a JSON reader would not tell. Linear, without
/// recursion, and forgiving: what follows a syntax error is read as well as can be.
/// </summary>
internal sealed class JsonMap
{
    // An article's state is far below; above, the script is something else.
    private const int MostParts = 200_000;
    private const int Deepest = 64;

    private static readonly SearchValues<char> Marks = SearchValues.Create("{}[]\"");

    private readonly string _source;
    private readonly List<JsonPart> _parts = [];
    private int _current = -1;
    private int _depth;
    private TextSpan _key;

    private JsonMap(string source) => _source = source;

    public ReadOnlySpan<JsonPart> Parts => CollectionsMarshal.AsSpan(_parts);

    /// <returns>Null for a text that is too deep or has too many parts.</returns>
    public static JsonMap? Read(string source, int start, int end)
    {
        var map = new JsonMap(source);
        for (var at = start; at < end; at++)
        {
            var skip = source.AsSpan(at, end - at).IndexOfAny(Marks);
            if (skip < 0)
            {
                break;
            }

            at += skip;
            switch (source[at])
            {
                case '"':
                    at = map.AddString(at + 1, end);
                    break;
                case '}' or ']':
                    map.Close();
                    break;
                default:
                    map.Open(source[at]);
                    break;
            }

            if (map._parts.Count > MostParts || map._depth > Deepest)
            {
                return null;
            }
        }

        return map;
    }

    public ReadOnlySpan<char> KeyOf(int part) => _source.AsSpan(_parts[part].Key.Offset, _parts[part].Key.Length);

    public ReadOnlySpan<char> ValueOf(int part) => _source.AsSpan(_parts[part].Value.Offset, _parts[part].Value.Length);

    /// <summary>The part directly inside the array that is, or holds, this one; -1 when the array does not hold it.</summary>
    public int ElementOf(int array, int part)
    {
        while (part >= 0 && _parts[part].Parent != array)
        {
            part = _parts[part].Parent;
        }

        return part;
    }

    /// <summary>The innermost object or array around both.</summary>
    public int Around(int first, int second)
    {
        while (first != second)
        {
            // A part's parent always stands before it.
            (first, second) = first > second ? (_parts[first].Parent, second) : (first, _parts[second].Parent);
        }

        return first;
    }

    private void Open(char kind)
    {
        _parts.Add(new JsonPart(kind, _current, _key, default));
        _current = _parts.Count - 1;
        _depth++;
        _key = default;
    }

    private void Close()
    {
        if (_current >= 0)
        {
            _current = _parts[_current].Parent;
            _depth--;
        }

        _key = default;
    }

    /// <returns>The place of the closing quote.</returns>
    private int AddString(int start, int end)
    {
        var stop = start;
        while (stop < end && _source[stop] != '"')
        {
            var next = _source.AsSpan(stop, end - stop).IndexOfAny('"', '\\');
            stop = next < 0 ? end : stop + next + (_source[stop + next] == '\\' ? 2 : 0);
        }

        stop = Math.Min(stop, end);
        var after = stop + 1;
        while (after < end && char.IsWhiteSpace(_source[after]))
        {
            after++;
        }

        var span = new TextSpan(start, stop - start);
        if (after < end && _source[after] == ':' && _current >= 0 && _parts[_current].Kind == '{')
        {
            _key = span;
        }
        else
        {
            _parts.Add(new JsonPart('"', _current, _key, span));
            _key = default;
        }

        return stop;
    }
}
