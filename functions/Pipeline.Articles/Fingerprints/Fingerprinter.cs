using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Pipeline.Articles.Fingerprints;

/// <summary>
/// Makes fingerprints.
/// <code>
/// text -> fold (TextFolding) -> hashes of tokens, or characters -> content hash
///                                      |
///                                      +-> shingles of three, with a fact -> the 128 smallest hashes (Sketch)
/// </code>
/// </summary>
public static class Fingerprinter
{
    /// <summary>Below this many tokens the title counts too: one-line texts are the same far too easily.</summary>
    private const int ShortText = 24;

    /// <summary>
    /// Fingerprint of an article. The headline is left out, since syndicated copies change it, except from the content hash
    /// of very short texts. Safe on any input, unpaired surrogates included.
    /// </summary>
    public static Fingerprint Of(string title, string text)
    {
        using var work = Workspace.Rent();
        var (folded, shingles) = (work.Folded, work.Shingles);
        // 1. Fold, cut into tokens, collect their shingles.
        TextFolding.Fold(text, folded);
        Shingler.Run(folded, work.Edges, shingles);
        // 2. The smallest of them.
        var (tokens, lead, sketch) = (shingles.Count, ShingleSelection.ToLead(shingles), ShingleSelection.ToSketch(shingles));
        // 3. The content; in short texts the title is part of it.
        if (tokens < ShortText)
        {
            TextFolding.Fold(title, folded);
            Shingler.Run(folded, work.Edges, shingles);
        }

        var hash = XxHash128.Hash(MemoryMarshal.AsBytes(shingles.Tokens));
        return new Fingerprint(Convert.ToHexStringLower(hash), tokens, sketch, lead);
    }
}
