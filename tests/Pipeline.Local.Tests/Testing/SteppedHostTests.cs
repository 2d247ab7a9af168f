using FsCheck.Xunit;
using Pipeline.Testing.Crashes;
using Pipeline.Testing.Stepping;
using Xunit.Sdk;

namespace Pipeline.Local.Tests.Testing;

public sealed class SteppedHostTests
{
    [Fact]
    public async Task RunToEndAsync_TwoStages_EveryBlobArrives()
    {
        await using var scene = await SteppedScene.CreateAsync(typeof(CopyingFunctions));
        await scene.DropAsync("a", "one");
        await scene.DropAsync("b", "two");

        await scene.Host.RunToEndAsync();

        Assert.Equal("out/a = ONE\nout/b = TWO\nstage: 0", scene.Describe());
    }

    [Fact]
    public async Task RunToEndAsync_OverwrittenBlob_FiresAgainAndAnUnchangedOneDoesNot()
    {
        await using var scene = await SteppedScene.CreateAsync(typeof(CopyingFunctions));
        await scene.DropAsync("a", "one");
        await scene.DropAsync("b", "two");
        await scene.Host.RunToEndAsync();

        await scene.Host.KillAsync();
        await scene.DropAsync("a", "changed");
        await scene.Host.ReceiveAsync();

        Assert.Equal("a", Assert.Single(scene.Host.Held).Subject);
    }

    [Fact]
    public async Task CrashWalk_FunctionsThatSurviveCrashes_SameOutcomeEverywhere()
    {
        var crashes = await CrashWalk.AssertSameOutcomeAsync(async plan =>
        {
            await using var scene = await SteppedScene.CreateAsync(typeof(CopyingFunctions), plan);
            await scene.DropAsync("a", "one");
            await scene.Host.RunToEndAsync();
            Assert.Equal(plan.Crashed ? 2 : 1, scene.Host.Lives);
            return scene.Describe();
        });

        // state, message, receipt; result, state deleted, message deleted; and what a start does to the receipts: two more.
        Assert.Equal(16, crashes);
    }

    [Fact]
    public async Task CrashWalk_FunctionThatDoesNotSurviveRepetition_IsFound()
    {
        var found = await Assert.ThrowsAsync<TrueException>(() => CrashWalk.AssertSameOutcomeAsync(async plan =>
        {
            await using var scene = await SteppedScene.CreateAsync(typeof(CountingFunctions), plan);
            await scene.Queues.GetQueueClient("stage").SendMessageAsync("x");
            await scene.Host.RunToEndAsync();
            return scene.Describe();
        }));

        Assert.Contains("crash after effect 1 (PUT /devstoreaccount1/out/count)", found.Message, StringComparison.Ordinal);
    }

    [Property(MaxTest = 30)]
    public async Task RunToEndAsync_ReorderedDuplicatedAndDropped_SameOutcome(int seed)
    {
        var disorder = new Disorder(new Random(seed), Duplicates: 0.3, Drops: 0.2);
        await using var scene = await SteppedScene.CreateAsync(typeof(CopyingFunctions), disorder: disorder);
        foreach (var name in new[] { "a", "b", "c", "d" })
        {
            await scene.DropAsync(name, name);
        }

        await scene.Host.RunToEndAsync();

        Assert.StartsWith("out/a = A\nout/b = B\nout/c = C\nout/d = D\nstage: 0", scene.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drop_HeldMessage_ComesAgainAfterItsLease()
    {
        await using var scene = await SteppedScene.CreateAsync(typeof(CountingFunctions));
        await scene.Queues.GetQueueClient("stage").SendMessageAsync("x");
        await scene.Host.ReceiveAsync();

        scene.Host.Drop(scene.Host.Held[0]);
        Assert.False(await scene.Host.StepAsync());
        scene.World.Clock.Advance(TimeSpan.FromSeconds(31));
        await scene.Host.ReceiveAsync();

        Assert.Equal(2, Assert.Single(scene.Host.Held).Attempt);
    }

    [Fact]
    public async Task DeliverTwiceAsync_OneMessage_RunsTwiceAndIsDeletedOnce()
    {
        await using var scene = await SteppedScene.CreateAsync(typeof(CountingFunctions));
        await scene.Queues.GetQueueClient("stage").SendMessageAsync("x");
        await scene.Host.ReceiveAsync();

        await scene.Host.DeliverTwiceAsync(scene.Host.Held[0]);

        Assert.Equal("out/count = 2\nstage: 0", scene.Describe());
    }

    [Fact]
    public async Task RunTimerAsync_TimerFunction_RunsOnce()
    {
        await using var scene = await SteppedScene.CreateAsync(typeof(CountingFunctions));

        await scene.Host.RunTimerAsync("Tick");

        Assert.Equal("out/count = 1\nstage: 0", scene.Describe());
    }
}
