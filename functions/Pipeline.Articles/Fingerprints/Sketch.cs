using System.Buffers.Text;

namespace Pipeline.Articles.Fingerprints;

/// <summary>
/// The smallest <see cref="Size"/> hashes of a text's shingles (a bottom-k sketch: Cohen and Kaplan, "Summarizing data using
/// bottom-k sketches", PODC 2007) and how many shingles there are.
/// </summary>
/// <param name="Mode">What the shingles are made of; sketches of two modes share nothing.</param>
/// <param name="Count">Distinct shingles of the text.</param>
/// <param name="Hashes">Ascending, distinct, at most <see cref="Size"/>, of 40 bits each.</param>
public sealed record Sketch(ShingleMode Mode, int Count, IReadOnlyList<ulong> Hashes)
{
    /// <summary>Hashes kept of each text.</summary>
    public const int Size = 128;

    private const int Bytes = Hashing.ShingleBits / 8;

    /// <summary>The hashes as URL-safe base64, five bytes each, most significant first.</summary>
    public string Encode()
    {
        var bytes = new byte[Hashes.Count * Bytes];
        for (var index = 0; index < bytes.Length; index++)
            bytes[index] = (byte)(Hashes[index / Bytes] >> (8 * (Bytes - 1 - index % Bytes)));
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads what <see cref="Encode"/> wrote. Throws <see cref="FormatException"/> on anything else.</summary>
    public static Sketch Decode(ShingleMode mode, int count, string encoded)
    {
        var bytes = Base64Url.DecodeFromChars(encoded);
        if (bytes.Length % Bytes != 0)
            throw new FormatException("The sketch is cut.");
        var hashes = new ulong[bytes.Length / Bytes];
        for (var index = 0; index < bytes.Length; index++)
            hashes[index / Bytes] = hashes[index / Bytes] << 8 | bytes[index];
        return new Sketch(mode, count, hashes);
    }

    /// <summary>An anchor's name: the hash in lower-case hex.</summary>
    public static string NameOf(ulong hash) => hash.ToString("x10", System.Globalization.CultureInfo.InvariantCulture);
}
