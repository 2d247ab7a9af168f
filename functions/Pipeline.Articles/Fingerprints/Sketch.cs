using System.Buffers.Binary;
using System.Buffers.Text;

namespace Pipeline.Articles.Fingerprints;

/// <summary>A sample of a text's shingles: the smallest hashes of those with a fact and, where these leave room, of the others.</summary>
/// <param name="Mode">What the shingles are made of; sketches of two modes share nothing.</param>
/// <param name="Facts">Shingles by which copies are told, with their places.</param>
/// <param name="Frame">
/// Shingles without a fact, in short texts only: whether they stayed while the facts changed tells a report made from the
/// same template from an edited copy.
/// </param>
public sealed record Sketch(ShingleMode Mode, BottomHashes Facts, BottomHashes Frame)
{
    /// <summary>Hashes kept of each text, at most.</summary>
    public const int Size = 128;

    private const int HashBytes = Hashing.ShingleBits / 8, PlaceBytes = sizeof(ushort);

    /// <summary>
    /// URL-safe base64: all hashes, five bytes each, most significant first, those of facts first; then the place of each, two
    /// bytes, 65,535 for all beyond.
    /// </summary>
    public string Encode()
    {
        var hashes = Facts.Hashes.Concat(Frame.Hashes).ToArray();
        var bytes = new byte[hashes.Length * (HashBytes + PlaceBytes)];
        for (var index = 0; index < hashes.Length * HashBytes; index++)
            bytes[index] = (byte)(hashes[index / HashBytes] >> (8 * (HashBytes - 1 - index % HashBytes)));
        var at = hashes.Length * HashBytes;
        foreach (var place in Facts.Places.Concat(Frame.Places))
        {
            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(at), (ushort)Math.Min(place, ushort.MaxValue));
            at += PlaceBytes;
        }

        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads what <see cref="Encode"/> wrote. Throws <see cref="FormatException"/> on anything else.</summary>
    public static Sketch Decode(ShingleMode mode, int facts, int frame, string encoded)
    {
        var bytes = Base64Url.DecodeFromChars(encoded).AsSpan();
        var (kept, hashed) = (Math.Min(facts, Size), bytes.Length / (HashBytes + PlaceBytes));
        if (bytes.Length % (HashBytes + PlaceBytes) != 0 || hashed < kept)
            throw new FormatException("The sketch is cut.");
        var hashes = new ulong[hashed];
        for (var index = 0; index < hashed * HashBytes; index++)
            hashes[index / HashBytes] = hashes[index / HashBytes] << 8 | bytes[index];
        var places = new int[hashed];
        for (var index = 0; index < hashed; index++)
            places[index] = BinaryPrimitives.ReadUInt16BigEndian(bytes[(hashed * HashBytes + index * PlaceBytes)..]);
        return new Sketch(
            mode, new BottomHashes(facts, hashes[..kept], places[..kept]), new BottomHashes(frame, hashes[kept..], places[kept..]));
    }

    /// <summary>An anchor's name: the hash in lower-case hex.</summary>
    public static string NameOf(ulong hash) => hash.ToString("x10", System.Globalization.CultureInfo.InvariantCulture);
}
