using Pipeline.Articles.Entities.Tagging;
using Pipeline.Articles.Entities.Tagging.Network;
using Pipeline.Articles.Networks;

namespace Pipeline.Articles.Tests.Entities.Tagging.Network;

public sealed class WordVectorTableTests
{
    [Fact]
    public void Write_LikeWords_NearerThanOthers()
    {
        Assert.True(Cosine("nairobi", "lagos") > Cosine("nairobi", "kamau"));
        Assert.True(Cosine("michael", "david") > Cosine("michael", "germany"));
    }

    [Fact]
    public void Write_UnknownWord_TargetAsItWas()
    {
        var target = new float[NetworkShape.Vector];
        target[3] = 7;
        WordVectorTable.Default.Write(FeatureHash.Lower("qqzzyxwvq"), target);
        Assert.Equal(7, target[3]);
    }

    [Fact]
    public void Read_OtherWords_Refused()
    {
        var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        SignedBytes.Write(writer, new float[WordVectorTable.Clusters * NetworkShape.Vector]);
        SignedBytes.Write(writer, new float[WordVectorTable.Parts * WordVectorTable.Centres * WordVectorTable.PartSize]);
        writer.Write(4);
        writer.Write(0);
        stream.Position = 0;
        using var reader = new BinaryReader(stream);
        Assert.Throws<InvalidDataException>(() => WordVectorTable.Read(reader, WordClusters.Default));
    }

    [Fact]
    public void SignedBytes_WrittenAndRead_NearlyTheSame()
    {
        float[] values = [-2, -0.5f, 0, 0.013f, 1.99f];
        var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        SignedBytes.Write(writer, values);
        stream.Position = 0;
        using var reader = new BinaryReader(stream);
        Assert.All(SignedBytes.Read(reader, values.Length).Zip(values), pair => Assert.Equal(pair.Second, pair.First, 2f / 127));
    }

    private static float Cosine(string first, string second)
    {
        var (a, b) = (Vector(first), Vector(second));
        float Dot(float[] x, float[] y) => x.Zip(y).Sum(pair => pair.First * pair.Second);
        return Dot(a, b) / MathF.Sqrt(Dot(a, a) * Dot(b, b));
    }

    private static float[] Vector(string word)
    {
        var target = new float[NetworkShape.Vector];
        WordVectorTable.Default.Write(FeatureHash.Lower(word), target);
        return target;
    }
}
