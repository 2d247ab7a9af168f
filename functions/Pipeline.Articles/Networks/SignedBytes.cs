namespace Pipeline.Articles.Networks;

/// <summary>Numbers as signed bytes times one scale.</summary>
internal static class SignedBytes
{
    public static float[] Read(BinaryReader reader, int count)
    {
        var scale = reader.ReadSingle();
        var bytes = new byte[count];
        reader.BaseStream.ReadExactly(bytes);
        return Array.ConvertAll(bytes, b => (sbyte)b * scale);
    }

    public static void Write(BinaryWriter writer, ReadOnlySpan<float> values)
    {
        var largest = 0f;
        foreach (var value in values)
            largest = MathF.Max(largest, MathF.Abs(value));
        var scale = largest == 0 ? 1 : largest / 127;
        writer.Write(scale);
        foreach (var value in values)
            writer.Write((sbyte)MathF.Round(value / scale));
    }
}
