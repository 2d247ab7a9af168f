namespace Pipeline.Articles.Fingerprints;

/// <summary>A compared shingle of a text: where it stands, and where in the other text. Sorts by its place.</summary>
internal readonly struct Occurrence : IComparable<Occurrence>
{
    private const int FrameBit = 1;

    private readonly long _packed;

    private Occurrence(int place, int otherPlace, int frame) =>
        _packed = (long)place << 32 | (uint)(otherPlace + 1) << 1 | (uint)frame;

    public int Place => (int)(_packed >> 32);

    /// <summary>Negative when the other text has no such shingle.</summary>
    public int OtherPlace => (int)((uint)_packed >> 1) - 1;

    public bool IsShared => OtherPlace >= 0;

    /// <summary>True when it holds no fact.</summary>
    public bool IsFrame => (_packed & FrameBit) != 0;

    /// <summary>Fills <paramref name="occurrences"/> with as many of the smallest hashes of <paramref name="text"/>, in no order.</summary>
    public static void Fill(BottomHashes text, BottomHashes other, Span<Occurrence> occurrences, bool frame)
    {
        var at = 0;
        for (var index = 0; index < occurrences.Length; index++)
        {
            while (at < other.Hashes.Count && other.Hashes[at] < text.Hashes[index])
                at++;
            var shared = at < other.Hashes.Count && other.Hashes[at] == text.Hashes[index];
            occurrences[index] = new Occurrence(text.Places[index], shared ? other.Places[at] : -1, frame ? FrameBit : 0);
        }
    }

    public int CompareTo(Occurrence other) => _packed.CompareTo(other._packed);
}
