using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Pipeline.Articles.Fingerprints;

/// <summary>
/// Makes fingerprints.
/// <code>
/// text -> fold (TextFolding) -> tokens or characters -> content hash
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
        using var work = new ShingleBuffer();
        // 1. Fold, 2. cut into tokens and hash, 3. collect shingles.
        using (var folded = new FoldedText())
        {
            TextFolding.Fold(text, folded);
            Shingler.Run(folded, work);
            // 4. Short texts: the title is part of the content.
            if (work.Tokens < ShortText)
            {
                var shingles = work.Hashes.Length;
                var mode = work.Mode;
                TextFolding.Fold(title, folded);
                Shingler.Run(folded, work);
                work.Mode = mode;
                work.DropShinglesAfter(shingles);
            }
        }

        // 5. Hash what was folded, keep the smallest shingles.
        var hash = XxHash128.Hash(MemoryMarshal.AsBytes(work.Content));
        return new Fingerprint(Convert.ToHexStringLower(hash), work.Tokens, work.ToSketch());
    }
}
