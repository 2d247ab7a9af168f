namespace Pipeline.Articles.Cleaning.Sites;

/// <summary>A sketch as bytes, at most about 30 KB: version, revision, lines, elements, articles; integers little-endian.</summary>
public static class SiteSketchFormat
{
    private const byte Version = 1;

    public static byte[] Write(SiteSketch sketch)
    {
        ArgumentNullException.ThrowIfNull(sketch);
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(Version);
        writer.Write(sketch.Revision);
        writer.Write(sketch.Known);
        writer.Write((ushort)sketch.Lines.Count);
        foreach (var (hash, line) in sketch.Lines)
        {
            writer.Write(hash);
            writer.Write(line.Count);
            writer.Write((byte)line.Places);
            writer.Write(line.Day);
        }

        writer.Write((ushort)sketch.Blocks.Count);
        foreach (var (hash, block) in sketch.Blocks)
        {
            writer.Write(hash);
            writer.Write(block.Kept);
            writer.Write(block.Removed);
            writer.Write(block.Day);
        }

        writer.Write((ushort)sketch.Articles.Count);
        foreach (var article in sketch.Articles)
        {
            writer.Write(article.Id);
            writer.Write(article.Day);
            writer.Write((byte)article.Body.Length);
            foreach (var hash in article.Body)
            {
                writer.Write(hash);
            }
        }

        writer.Flush();
        return stream.ToArray();
    }

    /// <returns>The sketch; null when the bytes are none, or of another version: what a site's articles carry is soon learned anew.</returns>
    public static SiteSketch? Read(ReadOnlyMemory<byte> bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes.ToArray()));
        try
        {
            if (reader.ReadByte() != Version)
            {
                return null;
            }

            var revision = reader.ReadInt64();
            var known = reader.ReadInt32();
            var lines = new Dictionary<uint, SeenLine>();
            for (var left = reader.ReadUInt16(); left > 0; left--)
            {
                lines[reader.ReadUInt32()] = new SeenLine(reader.ReadUInt16(), (LinePlace)reader.ReadByte(), reader.ReadInt32());
            }

            var blocks = new Dictionary<uint, SeenBlock>();
            for (var left = reader.ReadUInt16(); left > 0; left--)
            {
                blocks[reader.ReadUInt32()] = new SeenBlock(reader.ReadUInt16(), reader.ReadUInt16(), reader.ReadInt32());
            }

            var articles = new List<SeenArticle>();
            for (var left = reader.ReadUInt16(); left > 0; left--)
            {
                var (id, day) = (reader.ReadUInt64(), reader.ReadInt32());
                var body = new uint[reader.ReadByte()];
                for (var i = 0; i < body.Length; i++)
                {
                    body[i] = reader.ReadUInt32();
                }

                articles.Add(new SeenArticle(id, day, body));
            }

            return new SiteSketch(revision, known, lines, blocks, articles);
        }
        catch (EndOfStreamException)
        {
            return null;
        }
    }
}
