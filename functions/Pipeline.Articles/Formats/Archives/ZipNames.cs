using System.Security.Cryptography;
using System.Text;
using Pipeline.Articles.Formats.Charsets;

namespace Pipeline.Articles.Formats.Archives;

/// <summary>Names of archive entries: decoded, judged, and made unique.</summary>
internal sealed class ZipNames
{
    private const int Utf8Flag = 0x800;
    private const int OldDosCodePage = 437;

    private static readonly Encoding OldDos = CodePagesEncodingProvider.Instance.GetEncoding(OldDosCodePage)!;

    // Hashes, so that a million names stay small.
    private readonly Dictionary<Int128, int> _seen = [];

    public static string Decode(ReadOnlySpan<byte> name, ushort flags)
    {
        // Many packers write UTF-8 and do not set the flag.
        var text = (flags & Utf8Flag) != 0 || StrictUtf8.IsValid(name) ? Encoding.UTF8.GetString(name) : OldDos.GetString(name);

        // Packers of old Windows systems separate folders by the wrong sign.
        return text.Replace('\\', '/');
    }

    /// <summary>The name would write outside the folder that the archive is unpacked to. Nothing is ever written here, but such a file is an attack.</summary>
    public static bool IsUnsafe(string name) =>
        name.StartsWith('/') || (name.Length > 1 && name[1] == ':' && char.IsAsciiLetter(name[0])) || name.Contains('\0', StringComparison.Ordinal)
        || name.Split('/').Any(part => part.AsSpan().Trim() is "..");

    /// <summary>What operating systems put into archives by themselves.</summary>
    public static bool IsLitter(string name)
    {
        var file = name.AsSpan(name.LastIndexOf('/') + 1);
        return name.StartsWith("__MACOSX/", StringComparison.OrdinalIgnoreCase) || file.Equals(".DS_Store", StringComparison.OrdinalIgnoreCase)
            || file.Equals("Thumbs.db", StringComparison.OrdinalIgnoreCase) || name.Contains("/__MACOSX/", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The name, or "name (2)" when it came before; printable, for it is shown to people.</summary>
    public string Unique(string name)
    {
        name = string.Concat(name.Select(c => char.IsControl(c) ? '?' : c));
        for (var (place, count) = (name, 1); ; place = $"{name} ({++count})")
        {
            if (_seen.TryAdd(Key(place), 1))
            {
                return place;
            }

            // The next free number is kept with the name, so that ten thousand like names do not count up each time.
            if (count == 1)
            {
                count = _seen[Key(name)]++;
            }
        }
    }

    private static Int128 Key(string name) =>
        System.Buffers.Binary.BinaryPrimitives.ReadInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
}
