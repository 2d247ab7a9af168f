using System.Globalization;

namespace Pipeline.Benchmarks.Entities.Corpus.Newswire;

/// <summary>One change to what machines marked in a document of GMB.</summary>
/// <param name="Document">Its id in the data folder.</param>
/// <param name="Change">What is done.</param>
/// <param name="Start">Offset in UTF-16 code units.</param>
/// <param name="End">Offset after the last one.</param>
/// <param name="Type">PER, LOC, ORG or NORP; empty for a range.</param>
/// <param name="Name">The text of the range, by which a changed text is noticed.</param>
internal sealed record Correction(string Document, CorrectionKind Change, int Start, int End, string Type, string Name)
{
    private const int Columns = 6;

    /// <exception cref="FormatException">The line is not id, change, start, end, type, name.</exception>
    public static Correction Parse(string line)
    {
        var parts = line.Split('\t');
        return parts.Length == Columns
            && Enum.TryParse<CorrectionKind>(parts[1], ignoreCase: true, out var change)
            && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            && int.TryParse(parts[3], NumberStyles.None, CultureInfo.InvariantCulture, out var end)
            && (CorpusMarkup.Types.Contains(parts[4]) || (parts[4].Length == 0 && change is CorrectionKind.Learn or CorrectionKind.Leave))
                ? new Correction(parts[0], change, start, end, parts[4], parts[5])
                : throw new FormatException($"\"{line}\" is not id, change, start, end, type, name.");
    }
}
