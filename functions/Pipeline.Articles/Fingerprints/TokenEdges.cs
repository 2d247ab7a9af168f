using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Pipeline.Articles.Fingerprints;

/// <summary>
/// Where the tokens of a folded text start and end, and which are facts: 64 characters at a time, by arithmetic on their
/// bits instead of a look at each token. Rented memory: dispose.
/// <code>
///  word     .1111..111.     a run of ones is a token
///  edge     .1...1.1..1     a bit unlike the one before: start, end, start, end
///  fact     ..1........     a digit in it: added to word, the carry runs to the end of the token
///  break    .....1.....     added to the zeros, the carry runs to the start of the next token, whose capital then says nothing
/// </code>
/// </summary>
internal sealed class TokenEdges : IDisposable
{
    private const int Unrolled = 8;

    private int[] _edges = [];
    private ulong[] _facts = [];
    private int _edgeCount;

    public int Count => _edgeCount / 2;

    /// <summary>Start of the first token, place behind its end, start of the second, and so on.</summary>
    public ReadOnlySpan<int> Edges => _edges.AsSpan(0, 2 * Count);

    /// <summary>A bit for each token: has a digit, or a capital that does not come of its place.</summary>
    public ReadOnlySpan<ulong> Facts => _facts.AsSpan(0, Count / 64 + 1);

    /// <summary>Finds those of a text, instead of those found before.</summary>
    public void Find(FoldedText folded)
    {
        // Every character may be an edge; the writes below go beyond what is found.
        Reserve(folded.Length + 64 + Unrolled);
        (_edgeCount, var tokens) = (0, 0);
        ref var facts = ref MemoryMarshal.GetArrayDataReference(_facts);
        Span<ulong> words = folded.Word, uppers = folded.Upper, digits = folded.Digit, breaks = folded.Break;
        // What is carried from one block to the next: the last character stood in a token; the next token has a fact
        // already; a sentence has ended since the last token, as one has before the first.
        ulong inside = 0, fact = 0, ended = 1;
        // The bit just behind the text is a separator, so that the last token ends inside the last block.
        for (var block = 0; block <= folded.Length / 64; block++)
        {
            var word = words[block];
            var edges = word ^ (word << 1 | inside);
            var (start, end) = (edges & word, edges & ~word);
            var first = AddWithCarry(~word, breaks[block] & ~word, ref ended) & start;
            var found = (digits[block] & word) | (uppers[block] & start & ~first);
            BitString.Or(ref facts, tokens, BitString.Extract(AddWithCarry(word, found, ref fact), end));
            tokens += BitOperations.PopCount(end);
            inside = word >> 63;
            Write(edges, 64 * block);
        }
    }

    public void Dispose()
    {
        if (_edges.Length > 0)
        {
            ArrayPool<int>.Shared.Return(_edges);
            ArrayPool<ulong>.Shared.Return(_facts);
        }

        (_edges, _facts, _edgeCount) = ([], [], 0);
    }

    private void Reserve(int edges)
    {
        var facts = edges / 128 + 2;
        if (_edges.Length < edges || _facts.Length < facts)
        {
            Dispose();
            _edges = ArrayPool<int>.Shared.Rent(edges);
            _facts = ArrayPool<ulong>.Shared.Rent(facts);
        }

        _facts.AsSpan(0, facts).Clear();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong AddWithCarry(ulong left, ulong right, ref ulong carry)
    {
        var sum = left + right;
        var total = sum + carry;
        carry = (sum < left ? 1UL : 0) | (total < sum ? 1UL : 0);
        return total;
    }

    /// <summary>
    /// Eight places at a time, whether there are as many or not: a loop that ends behind the last one would end at another
    /// count in every block, which the processor cannot foresee. What is written too much the next block overwrites.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Write(ulong bits, int from)
    {
        var total = BitOperations.PopCount(bits);
        ref var free = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_edges), _edgeCount);
        for (var written = 0; written < total; written += Unrolled)
        {
            for (var index = 0; index < Unrolled; index++)
            {
                Unsafe.Add(ref free, written + index) = from + BitOperations.TrailingZeroCount(bits);
                bits &= bits - 1;
            }
        }

        _edgeCount += total;
    }
}
