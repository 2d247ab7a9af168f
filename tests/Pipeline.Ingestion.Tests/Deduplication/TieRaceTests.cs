using Pipeline.Benchmarks.Deduplicate.Races;
using Pipeline.Ingestion.Deduplication.Items;

namespace Pipeline.Ingestion.Tests.Deduplication;

/// <summary>"b" looks around before there is anything; then "a" and "c" come, which only "b" is like enough to tie together.</summary>
public sealed class TieRaceTests
{
    private const int Stories = 40;

    [Fact]
    public async Task JudgeAsync_MeetsOneCopyWhileAnotherCame_TiesTheirClusters()
    {
        var tied = 0;
        for (var seed = 0; seed < Stories; seed++)
        {
            var race = new HalvesRace(seed);
            await RaceAsync(race, crashBefore: 0);
            tied += await IsTiedAsync(race) ? 1 : 0;
            await race.AssertLedByTheEarliestAsync();
        }

        Assert.True(tied > Stories * 9 / 10, $"Only {tied} were tied.");
    }

    /// <param name="write">The write before which the others come: at the first, "b" owns no anchor yet.</param>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task JudgeAsync_CrashAtAnyStepOfTheTie_EndsAsItWasWrittenDown(int write)
    {
        var bound = 0;
        for (var seed = 0; seed < Stories / 4; seed++)
        {
            var operations = await RaceAsync(new HalvesRace(seed), crashBefore: 0, write);
            for (var step = 1; step <= operations; step++)
            {
                var race = new HalvesRace(seed);
                await RaceAsync(race, step, write);
                var written = race.Store.Items.Any(item => item is VerdictItem { Ties.Count: 2 } or AnchorItem { ArticleId: "b", ClusterId: "b" });
                bound += written ? 1 : 0;
                await race.JudgeAsync("b");
                await race.AssertLedByTheEarliestAsync();
                Assert.True(!written || await IsTiedAsync(race), $"Apart after a crash before operation {step} of story {seed}.");
            }
        }

        Assert.True(bound > 3 * Stories / 4, $"Only {bound} had it written down.");
    }

    [Fact]
    public async Task JudgeAsync_OperatorTookOneOfThemOut_TiesNothingToIt()
    {
        for (var seed = 0; seed < Stories; seed++)
        {
            var race = new HalvesRace(seed);
            await RaceAsync(race, crashBefore: 0, split: true);
            Assert.NotEqual((await race.ResolveAsync("c")).Id, (await race.ResolveAsync(ClusterItem.SplitIdOf("a"))).Id);
        }
    }

    [Fact]
    public async Task JudgeAsync_MeetsACopyAtItsFirstAnchor_IsFoundByOneOfItsOwn()
    {
        for (var seed = 0; seed < Stories; seed++)
        {
            var race = new HalvesRace(seed);
            await RaceAsync(race, crashBefore: 0);
            Assert.Contains(race.Store.Items, item => item is AnchorItem { ArticleId: "b" });
        }
    }

    /// <param name="race">Where.</param>
    /// <param name="crashBefore">The operation of "b" that it does not live to do; 0 for none.</param>
    /// <param name="write">The write of "b" before which the others come, who saw nothing of it.</param>
    /// <param name="split">True when an operator takes "a" out at once.</param>
    /// <returns>Operations of "b".</returns>
    private static async Task<int> RaceAsync(HalvesRace race, int crashBefore, int write = 1, bool split = false)
    {
        var (operations, writes) = (0, 0);
        await race.JudgeAsync("b", async (_, item) =>
        {
            if (++operations == crashBefore)
                throw new CrashException();
            if (item is not null && ++writes == write)
                await OthersComeAsync();
        });
        if (writes < write)
            await OthersComeAsync();
        return operations;

        async Task OthersComeAsync()
        {
            var elsewhere = new HalvesRace(race.Seed);
            await elsewhere.JudgeAsync("a");
            if (split)
                await elsewhere.SplitAsync("a");
            await elsewhere.JudgeAsync("c");
            foreach (var item in elsewhere.Store.Items)
                await race.Store.CreateAsync(item, CancellationToken.None);
        }
    }

    private static async Task<bool> IsTiedAsync(HalvesRace race) => (await race.ResolveAsync("a")).Id == (await race.ResolveAsync("c")).Id;
}
