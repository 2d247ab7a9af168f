using System.IO.Compression;
using System.Reflection;

namespace Pipeline.Articles.Entities.Tagging;

/// <summary>Trained files: inside this assembly, or elsewhere for measuring. Models/README.md tells how each was made.</summary>
internal static class ModelFile
{
    /// <summary>What the file of this assembly holds, unpacked.</summary>
    public static BinaryReader Open(string name) => Open(
        Assembly.GetExecutingAssembly().GetManifestResourceStream("Models." + name)
        ?? throw new InvalidOperationException($"The assembly holds no model {name}."));

    /// <summary>Unpacks Brotli.</summary>
    public static BinaryReader Open(Stream stream) => new(new BufferedStream(new BrotliStream(stream, CompressionMode.Decompress), 1 << 16));
}
