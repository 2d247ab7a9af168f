using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Pipeline.Articles.Cleaning.Text;

/// <summary>The five low bits of each character in small letters, a byte each. Capitals of ASCII share theirs with the small letters.</summary>
internal static class LowBits
{
    public const int Count = 5;

    private const ushort Mask = (1 << Count) - 1;
    private const int Step = 16;

    /// <summary>The bytes that <see cref="Fill"/> needs for so many characters.</summary>
    public static int RoomFor(int characters) => (characters + Step - 1) / Step * Step;

    /// <param name="text">The characters.</param>
    /// <param name="bits">Zeros, as many as there is need for room.</param>
    public static void Fill(ReadOnlySpan<char> text, Span<byte> bits)
    {
        var whole = text.Length / Step * Step;
        for (var i = 0; i < whole; i += Step)
        {
            FillOne(text.Slice(i, Step), bits.Slice(i, Step));
        }

        if (whole < text.Length)
        {
            Span<char> last = stackalloc char[Step];
            last.Clear();
            text[whole..].CopyTo(last);
            FillOne(last, bits.Slice(whole, Step));
        }
    }

    private static void FillOne(ReadOnlySpan<char> text, Span<byte> bits)
    {
        var characters = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(text[..Step])));
        if (Vector256.LessThanAll(characters, Vector256.Create((ushort)128)))
        {
            Vector128.Narrow((characters & Vector256.Create(Mask)).GetLower(), (characters & Vector256.Create(Mask)).GetUpper()).CopyTo(bits);
            return;
        }

        for (var i = 0; i < Step; i++)
        {
            bits[i] = (byte)((text[i] < 128 ? text[i] : char.ToLowerInvariant(text[i])) & Mask);
        }
    }
}
