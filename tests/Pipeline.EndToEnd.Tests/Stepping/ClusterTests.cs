using System.Text;
using Pipeline.Testing.Crashes;
using Pipeline.Testing.Stepping;

namespace Pipeline.EndToEnd.Tests.Stepping;

/// <summary>Copies of one story, in any order of delivery.</summary>
public sealed class ClusterTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Copies_InAnyOrder_ShareAClusterAndTheEarliestAloneIsCanonical(int seed)
    {
        await using var scene = await PipelineScene.CreateAsync(CrashPlan.None(), new Disorder(new Random(seed), Duplicates: 0.2));
        var story = Encoding.UTF8.GetString(Samples.Seeds[1].Content);
        await scene.DropAsync("first.txt", BinaryData.FromString(story));
        scene.Wait(TimeSpan.FromMinutes(1));
        await scene.DropAsync("second.txt", BinaryData.FromString("An update from our newsroom in Oslo.\n" + story));
        scene.Wait(TimeSpan.FromMinutes(1));
        await scene.DropAsync("third.txt", BinaryData.FromString(story.ToUpperInvariant()));

        await scene.Host.RunToEndAsync();

        var documents = await Outcome.DocumentsAsync(scene.Articles);
        Assert.Equal(3, documents.Count);
        Assert.Single(documents.Select(document => (string?)document["clusterId"]).Distinct());
        var canonical = Assert.Single(documents, document => (bool)document["isCanonical"]!);
        Assert.Equal("first.txt", (string?)canonical["provenance"]!["blob"]);
    }
}
