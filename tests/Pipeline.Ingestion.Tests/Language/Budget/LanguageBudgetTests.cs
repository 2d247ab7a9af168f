using Azure;
using Pipeline.Ingestion.Language.Budget;

namespace Pipeline.Ingestion.Tests.Language.Budget;

public sealed class LanguageBudgetTests
{
    [Fact]
    public async Task SpendAsync_WithinTheBudget_AsksAndCounts()
    {
        using var scene = new BudgetScene(limit: 100);
        var budget = scene.Instance();
        Assert.Equal("answer", await SpendAsync(budget, 30));
        var state = (await budget.ReadAsync(default))!;
        Assert.Equal((30, 100, 0.03m, false), (state.TextRecords, state.Limit, state.Usd, state.UsedUp));
        Assert.Equal(new DateOnly(2026, 8, 1), state.Day);
    }

    [Fact]
    public async Task SpendAsync_UsedUp_AsksNothingAndSaysUntilWhen()
    {
        using var scene = new BudgetScene(limit: 10);
        var budget = scene.Instance();
        await SpendAsync(budget, 8);
        var usedUp = await Assert.ThrowsAsync<BudgetUsedUpException>(
            () => budget.SpendAsync<string>(3, () => throw new InvalidOperationException("asked"), default).AsTask());
        var midnight = new DateTimeOffset(2026, 8, 2, 0, 0, 0, TimeSpan.Zero);
        Assert.InRange(usedUp.Until, midnight, midnight.AddMinutes(10));

        // What is left is enough for a shorter article.
        await SpendAsync(budget, 2);
        Assert.True((await budget.ReadAsync(default))!.UsedUp);
    }

    [Fact]
    public async Task SpendAsync_ArticleLargerThanADay_TakesTheWholeDay()
    {
        using var scene = new BudgetScene(limit: 10);
        var budget = scene.Instance();
        Assert.Equal("answer", await SpendAsync(budget, 500));
        Assert.True((await budget.ReadAsync(default))!.UsedUp);
        await Assert.ThrowsAsync<BudgetUsedUpException>(() => SpendAsync(budget, 1));
    }

    [Fact]
    public async Task SpendAsync_NextDay_StartsAnew()
    {
        using var scene = new BudgetScene(limit: 10);
        var budget = scene.Instance();
        await SpendAsync(budget, 10);
        await Assert.ThrowsAsync<BudgetUsedUpException>(() => SpendAsync(budget, 1));
        scene.Clock.SetUtcNow(new DateTimeOffset(2026, 8, 2, 0, 0, 1, TimeSpan.Zero));
        Assert.Equal("answer", await SpendAsync(budget, 10));
    }

    [Fact]
    public async Task SpendAsync_UsedUp_CostsTheStoreNothingMore()
    {
        using var scene = new BudgetScene(limit: 10);
        var budget = scene.Instance();
        await SpendAsync(budget, 10);
        await Assert.ThrowsAsync<BudgetUsedUpException>(() => SpendAsync(budget, 1));
        var before = scene.Requests;
        for (var article = 0; article < 100; article++)
            await Assert.ThrowsAsync<BudgetUsedUpException>(() => SpendAsync(budget, 1));
        Assert.Equal(before, scene.Requests);
    }

    [Fact]
    public async Task SpendAsync_ManyArticles_FewStoreOperations()
    {
        using var scene = new BudgetScene(limit: 1_000_000);
        var budget = scene.Instance();
        for (var article = 0; article < 1_000; article++)
            await SpendAsync(budget, 5);

        // 5,000 records in slices of 100, a read and a write each.
        Assert.InRange(scene.Requests, 90, 110);
    }

    [Fact]
    public async Task SpendAsync_InstancesAtOnce_NeverMoreThanTheLimit()
    {
        const int Limit = 2_000;
        using var scene = new BudgetScene(Limit);
        var spent = 0;
        var instances = Enumerable.Range(0, 8).Select(_ => scene.Instance()).ToList();
        await Task.WhenAll(instances.Select(instance => Task.Run(async () =>
        {
            try
            {
                while (true)
                    await instance.SpendAsync(7, () => new ValueTask<int>(Interlocked.Add(ref spent, 7)), default);
            }
            catch (BudgetUsedUpException)
            {
                // The others took the rest.
            }
        })));
        var counted = (await instances[0].ReadAsync(default))!.TextRecords;

        // Each instance may be left with a part of a slice too small for one more article.
        Assert.InRange(spent, Limit - (7 * 9), Limit);
        Assert.InRange(counted, spent, Limit);
    }

    [Theory]
    [InlineData(429, true)]
    [InlineData(503, true)]
    [InlineData(0, false)]
    public async Task SpendAsync_RequestFailed_GivenBackIfTheServiceAnswered(int status, bool givenBack)
    {
        using var scene = new BudgetScene(limit: 10);
        var budget = scene.Instance();
        await Assert.ThrowsAsync<RequestFailedException>(
            () => budget.SpendAsync<string>(10, () => throw new RequestFailedException(status, "no"), default).AsTask());
        if (givenBack)
            await SpendAsync(budget, 10);
        else
            await Assert.ThrowsAsync<BudgetUsedUpException>(() => SpendAsync(budget, 10));
    }

    private static Task<string> SpendAsync(LanguageBudget budget, int records) =>
        budget.SpendAsync(records, () => new ValueTask<string>("answer"), default).AsTask();
}
