using System.Runtime.CompilerServices;

namespace Pipeline.Articles.Fingerprints;

/// <summary>A shingle's hash and its place in one word, so that sorting by hash keeps the first place of equal ones in front.</summary>
internal static class PlacedHash
{
    private const int PlaceBits = 64 - Hashing.ShingleBits;
    private const ulong PlaceMask = (1UL << PlaceBits) - 1;

    /// <summary>
    /// A limit that so many of <paramref name="all"/> hashes lie below as are <paramref name="wanted"/>, by chance.
    /// It may be compared with hashes whether they are placed or not.
    /// </summary>
    public static ulong Limit(int all, int wanted) => ulong.MaxValue / (ulong)all * (ulong)wanted & ~PlaceMask;

    /// <summary>Puts a place into the bits of a hash that are not kept. Places beyond 16 million tokens wrap; nothing that long is an article.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(ulong hash, int place) => hash & ~PlaceMask | ((ulong)place & PlaceMask);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong HashOf(ulong placed) => placed >> PlaceBits;

    public static int PlaceOf(ulong placed) => (int)(placed & PlaceMask);
}
