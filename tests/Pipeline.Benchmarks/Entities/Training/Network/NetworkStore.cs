using Pipeline.Articles.Entities.Tagging;
using Pipeline.Articles.Entities.Tagging.Network;

namespace Pipeline.Benchmarks.Entities.Training.Network;

/// <summary>What the network is told of every token of the training texts, one after another.</summary>
internal sealed class NetworkStore
{
    private static readonly string[] Styles = [.. CorpusFile.All.Select(file => file.Style).OfType<string>().Distinct()];

    private readonly List<ushort> _rows = [];
    private readonly List<(int First, byte Grams, byte Facts, uint Lower)> _tokens = [];

    /// <summary>Tokens so far.</summary>
    public int Count => _tokens.Count;

    /// <summary>Hash of the word in lower case.</summary>
    public uint Lower(int token) => _tokens[token].Lower;

    public ReadOnlySpan<ushort> Grams(int token)
    {
        var (first, grams, _, _) = _tokens[token];
        return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_rows).Slice(first, grams);
    }

    public ReadOnlySpan<ushort> Facts(int token)
    {
        var (first, grams, facts, _) = _tokens[token];
        return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_rows).Slice(first + grams, facts);
    }

    /// <param name="document">Whose token it is.</param>
    /// <param name="at">The token.</param>
    /// <param name="style">See <see cref="CorpusFile.Style"/>; adds a fact.</param>
    public void Add(DocumentWords document, int at, string? style)
    {
        Span<ushort> grams = stackalloc ushort[NetworkInput.MostGrams];
        Span<ushort> facts = stackalloc ushort[NetworkInput.MostFacts + 1];
        var pieces = NetworkInput.WriteGrams(document.Line.Tokens[at], document.Line.Word(at), grams);
        var known = NetworkInput.WriteFacts(document, at, facts);
        if (style is not null)
            facts[known++] = (ushort)(NetworkInput.Styles + Array.IndexOf(Styles, style));
        _tokens.Add((_rows.Count, (byte)pieces, (byte)known, document.Words[at].Lower));
        _rows.AddRange(grams[..pieces]);
        _rows.AddRange(facts[..known]);
    }
}
