using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Pipeline.Articles.Fingerprints;

/// <summary>
/// Where the tokens of a folded text start and end, and which are facts: 64 characters at a time, by arithmetic on their
/// bits instead of a look at each token. Rented memory: dispose.
/// <code>
///  word     .1111..111.     a run of ones is a token
///  start    .1.....1...     a one after a zero
///  end      .....1....1     a zero after a one
///  fact     ..1........     a digit in it: added to word, the carry runs to the end of the token
///  break    .....1.....     added to the zeros, the carry runs to the start of the next token, whose capital then says nothing
/// </code>
/// </summary>
internal sealed class TokenEdges : IDisposable
{
    private const int Unrolled = 8;

    private int[] _starts = [];
    private int[] _ends = [];
    private int _startCount;
    private int _endCount;

    public int Count => _endCount;

    public ReadOnlySpan<int> Starts => _starts.AsSpan(0, _startCount);

    /// <summary>To be read by <see cref="At"/> and <see cref="IsFact"/>.</summary>
    public ReadOnlySpan<int> Ends => _ends.AsSpan(0, _endCount);

    public static int At(int end) => end >> 1;

    /// <summary>1 for a token with a digit, or with a capital that does not come of its place.</summary>
    public static int IsFact(int end) => end & 1;

    /// <summary>Finds those of a text, instead of those found before.</summary>
    public void Find(FoldedText folded)
    {
        // Every second character at most starts a token; the writes below go beyond what is found.
        Reserve(folded.Length / 2 + 128);
        (_startCount, _endCount) = (0, 0);
        Span<ulong> words = folded.Word, uppers = folded.Upper, digits = folded.Digit, breaks = folded.Break;
        // What is carried from one block to the next: the last character stood in a token; the next token has a fact
        // already; a sentence has ended since the last token, as one has before the first.
        ulong inside = 0, fact = 0, ended = 1;
        // The bit just behind the text is a separator, so that the last token ends inside the last block.
        for (var block = 0; block <= folded.Length / 64; block++)
        {
            var word = words[block];
            var shifted = word << 1 | inside;
            var (start, end) = (word & ~shifted, ~word & shifted);
            var first = AddWithCarry(~word, breaks[block] & ~word, ref ended) & start;
            var facts = (digits[block] & word) | (uppers[block] & start & ~first);
            var last = AddWithCarry(word, facts, ref fact) & end;
            inside = word >> 63;
            _startCount = Write(_starts, _startCount, start, block);
            _endCount = WriteEnds(_ends, _endCount, end, last, block);
        }
    }

    public void Dispose()
    {
        if (_starts.Length > 0)
        {
            ArrayPool<int>.Shared.Return(_starts);
            ArrayPool<int>.Shared.Return(_ends);
        }

        (_starts, _ends, _startCount, _endCount) = ([], [], 0, 0);
    }

    private void Reserve(int most)
    {
        if (_starts.Length >= most && _ends.Length >= most)
            return;
        Dispose();
        _starts = ArrayPool<int>.Shared.Rent(most);
        _ends = ArrayPool<int>.Shared.Rent(most);
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
    /// Eight positions at a time, whether there are as many or not: a loop that ends behind the last one would end at another
    /// count in every block, which the processor cannot foresee. What is written too much the next block overwrites.
    /// </summary>
    private static int Write(int[] positions, int count, ulong bits, int block)
    {
        var total = BitOperations.PopCount(bits);
        var start = block * 64;
        for (var written = 0; written < total; written += Unrolled)
        {
            var free = positions.AsSpan(count + written, Unrolled);
            for (var index = 0; index < Unrolled; index++)
            {
                free[index] = start + BitOperations.TrailingZeroCount(bits);
                bits &= bits - 1;
            }
        }

        return count + total;
    }

    private static int WriteEnds(int[] positions, int count, ulong bits, ulong facts, int block)
    {
        var total = BitOperations.PopCount(bits);
        var start = block * 64;
        for (var written = 0; written < total; written += Unrolled)
        {
            var free = positions.AsSpan(count + written, Unrolled);
            for (var index = 0; index < Unrolled; index++)
            {
                var bit = BitOperations.TrailingZeroCount(bits);
                free[index] = (start + bit) << 1 | (int)(facts >> bit & 1);
                bits &= bits - 1;
            }
        }

        return count + total;
    }
}
