using System.Globalization;
using Pipeline.Ingestion.Language.Service;

namespace Pipeline.Ingestion.Language.Budget;

/// <summary>What the service charges: text records.</summary>
public static class TextRecords
{
    /// <summary>Text elements of one record.</summary>
    private const int Elements = 1_000;

    /// <summary>Records of one feature for a text; each document of the service is rounded up by itself.</summary>
    public static int Of(string text) => TextPieces.Of(text).Sum(piece => OfPiece(text.AsSpan(piece.Offset, piece.Length)));

    private static int OfPiece(ReadOnlySpan<char> piece)
    {
        // Never more elements than code units: a short piece need not be counted.
        var elements = 1;
        if (piece.Length > Elements)
        {
            elements = 0;
            for (var rest = piece; rest.Length > 0; elements++)
                rest = rest[StringInfo.GetNextTextElementLength(rest)..];
        }
        return (elements + Elements - 1) / Elements;
    }
}
