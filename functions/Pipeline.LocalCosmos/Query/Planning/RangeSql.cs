using Pipeline.LocalCosmos.Query.Execution;

namespace Pipeline.LocalCosmos.Query.Planning;

/// <summary>Writes ranges of a path's index as SQL conditions over the two expressions that the index holds.</summary>
internal sealed class RangeSql
{
    // SQLite takes 32,766 parameters in a statement, and an OR of more terms than this is slower than one wide range.
    private const int MaxTexts = 5000;
    private const int MaxIntervals = 50;

    private readonly List<KeyValuePair<string, object>> _parameters = [];

    public SqlText Write(IEnumerable<string> conditions) => new(string.Join(" AND ", conditions)) { Parameters = _parameters };

    public string Condition(IEnumerable<(IndexPath Path, IReadOnlyList<IndexRange> Ranges)> alternatives)
    {
        var terms = alternatives
            .GroupBy(test => test.Path)
            .SelectMany(path => Terms(path.Key, [.. path.SelectMany(test => test.Ranges)]))
            .ToList();
        return terms.Count switch { 0 => "FALSE", 1 => terms[0], _ => $"({string.Join(" OR ", terms)})" };
    }

    public string Parameter(object value)
    {
        var name = $"$v{_parameters.Count}";
        _parameters.Add(KeyValuePair.Create(name, value));
        return name;
    }

    private IEnumerable<string> Terms(IndexPath path, IReadOnlyList<IndexRange> ranges)
    {
        var texts = ranges.Where(range => range.Kind == SqlKind.Text && range.Low is not null && Equals(range.Low, range.High)).Distinct().ToList();
        if (texts.Count > MaxTexts) yield return $"{path.Kind} = {SqlKind.Text}";
        else if (texts.Count == 1) yield return $"({path.Kind} = {SqlKind.Text} AND {path.Value} = {Parameter(texts[0].Low!)})";
        else if (texts.Count > 1)
            yield return $"({path.Kind} = {SqlKind.Text} AND {path.Value} IN ({string.Join(',', texts.Select(text => Parameter(text.Low!)))}))";

        var intervals = ranges.Except(texts).Distinct().ToList();
        if (intervals.Count > MaxIntervals) intervals = [.. intervals.GroupBy(range => range.Kind).Select(Hull)];
        foreach (var interval in intervals) yield return Interval(path, interval);
    }

    private static IndexRange Hull(IGrouping<int, IndexRange> ranges) =>
        ranges.Key == SqlKind.Number && ranges.All(range => range is { Low: not null, High: not null })
            ? new IndexRange(ranges.Key, ranges.Min(range => (double)range.Low!), ranges.Max(range => (double)range.High!), false)
            : IndexRange.OfKind(ranges.Key, false);

    private string Interval(IndexPath path, IndexRange range)
    {
        if (range.Kind == IndexRange.Any) return $"{path.Kind} >= 1";
        var sql = $"{path.Kind} = {range.Kind}";
        if (range.Low is not null) sql += $" AND {path.Value} >= {Parameter(range.Low)}";
        if (range.High is not null) sql += $" AND {path.Value} <= {Parameter(range.High)}";
        return $"({sql})";
    }
}
