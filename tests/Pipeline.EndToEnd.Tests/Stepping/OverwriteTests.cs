using Pipeline.Testing.Crashes;

namespace Pipeline.EndToEnd.Tests.Stepping;

/// <summary>A blob that is overwritten or deleted while its article is in flight.</summary>
public sealed class OverwriteTests
{
    private const string Name = "story.txt";

    [Fact]
    public async Task Blob_OverwrittenAtAnyMomentOfItsWay_TheNewContentStandsAndNothingIsLeft()
    {
        // However far the first version got, the document in the end is the second version's.
        for (var steps = 0; steps < 12; steps++)
        {
            await using var scene = await PipelineScene.CreateAsync(CrashPlan.None());
            await scene.DropAsync(Name, Samples.Seeds[1].Content);
            for (var step = 0; step < steps; step++)
            {
                await scene.Host.StepAsync();
            }

            scene.Wait(TimeSpan.FromMinutes(1));
            await scene.DropAsync(Name, Samples.Seeds[3].Content);
            await scene.Host.RunToEndAsync();

            var outcome = await Outcome.DescribeAsync(scene);
            Assert.Contains("CNN reported", outcome, StringComparison.Ordinal);
            Assert.DoesNotContain("USAZINE", outcome, StringComparison.Ordinal);
            Assert.Single(outcome.Split('\n'), line => line.StartsWith("blob audit/", StringComparison.Ordinal));
            Assert.DoesNotContain("blob work/", outcome, StringComparison.Ordinal);
            Assert.DoesNotContain("messages in", outcome, StringComparison.Ordinal);
            Assert.DoesNotContain("blob quarantine/", outcome, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Blob_DeletedBeforeItIsReceived_LeavesNothing()
    {
        await using var scene = await PipelineScene.CreateAsync(CrashPlan.None());
        await scene.DropAsync(Name, Samples.Seeds[1].Content);
        await scene.Host.ReceiveAsync();
        await scene.Blobs.GetBlobContainerClient("articles").DeleteBlobAsync(Name);

        await scene.Host.RunToEndAsync();

        Assert.Equal("", await Outcome.DescribeAsync(scene));
    }
}
