using System.Buffers.Text;

namespace Pipeline.Articles.Fingerprints;

/// <summary>A sample of a text's shingles: the smallest hashes of those with a fact and, where these leave room, of the others.</summary>
/// <param name="Mode">What the shingles are made of; sketches of two modes share nothing.</param>
/// <param name="Facts">Shingles by which copies are told.</param>
/// <param name="Frame">
/// Shingles without a fact, in short texts only: whether they stayed while the facts changed tells a report made from the
/// same template from an edited copy.
/// </param>
public sealed record Sketch(ShingleMode Mode, BottomHashes Facts, BottomHashes Frame)
{
    /// <summary>Hashes kept of each text, at most.</summary>
    public const int Size = 128;

    private const int Bytes = Hashing.ShingleBits / 8;

    /// <summary>All hashes as URL-safe base64, five bytes each, most significant first; those of facts first.</summary>
    public string Encode()
    {
        var hashes = Facts.Hashes.Concat(Frame.Hashes).ToArray();
        var bytes = new byte[hashes.Length * Bytes];
        for (var index = 0; index < bytes.Length; index++)
            bytes[index] = (byte)(hashes[index / Bytes] >> (8 * (Bytes - 1 - index % Bytes)));
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads what <see cref="Encode"/> wrote. Throws <see cref="FormatException"/> on anything else.</summary>
    public static Sketch Decode(ShingleMode mode, int facts, int frame, string encoded)
    {
        var bytes = Base64Url.DecodeFromChars(encoded);
        if (bytes.Length % Bytes != 0 || bytes.Length / Bytes < Math.Min(facts, Size))
            throw new FormatException("The sketch is cut.");
        var hashes = new ulong[bytes.Length / Bytes];
        for (var index = 0; index < bytes.Length; index++)
            hashes[index / Bytes] = hashes[index / Bytes] << 8 | bytes[index];
        var kept = Math.Min(facts, Size);
        return new Sketch(mode, new BottomHashes(facts, hashes[..kept]), new BottomHashes(frame, hashes[kept..]));
    }

    /// <summary>An anchor's name: the hash in lower-case hex.</summary>
    public static string NameOf(ulong hash) => hash.ToString("x10", System.Globalization.CultureInfo.InvariantCulture);
}
