namespace Pipeline.Articles.Cleaning.Text.Lines;

/// <summary>Counts how often each of many hashes comes: a table of fixed size with open addressing.</summary>
/// <param name="most">How many hashes come at most.</param>
internal sealed class Tally(int most)
{
    private readonly (uint Hash, int Count)[] _slots = new (uint, int)[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(2 * most) + 1)];

    /// <summary>How often the hash of this slot came.</summary>
    public int this[int slot] => _slots[slot].Count;

    /// <summary>Counts a hash.</summary>
    /// <returns>Its slot.</returns>
    public int Count(uint hash)
    {
        var slot = (int)((hash * 0x9E3779B1u) >> 8) & (_slots.Length - 1);
        while (_slots[slot].Count > 0 && _slots[slot].Hash != hash)
        {
            slot = (slot + 1) & (_slots.Length - 1);
        }

        _slots[slot] = (hash, _slots[slot].Count + 1);
        return slot;
    }
}
