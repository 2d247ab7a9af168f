using Azure;

namespace Pipeline.Ingestion.Language.Budget;

/// <summary>
/// Keeps what is spent on the language service on a day (UTC) below a limit, over all instances.
/// <code>
///  article ── this instance's slice ──┬─ enough: spend it
///                                     └─ too little: take another slice from the shared ledger ──┬─ spend it
///                                                                                                └─ none left: used up
/// </code>
/// An article costs the ledger no more than one read and one write, most articles nothing. A process that dies takes its
/// slice with it: a thousandth of the day at most, never overspent. Thread safe.
/// </summary>
internal sealed class LanguageBudget(BudgetLedger ledger, LanguageOptions options, TimeProvider time, Random random) : ILanguageBudget, IDisposable
{
    private const long LargestSlice = 100;
    private const long SlicesOfADay = 1_000;

    /// <summary>Those that waited come back over this time, not all at midnight.</summary>
    private static readonly TimeSpan ComeBackOver = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim _gate = new(1);
    private DateOnly _day;
    private long _slice;
    private long _left = long.MaxValue;

    /// <summary>Runs a request that costs <paramref name="records"/>, and nothing if the service never read it.</summary>
    /// <exception cref="BudgetUsedUpException">Nothing was asked.</exception>
    public async ValueTask<T> SpendAsync<T>(int records, Func<ValueTask<T>> ask, CancellationToken cancellationToken)
    {
        // An article larger than a whole day's budget takes the whole of a day, or it would wait for ever.
        records = (int)Math.Min(records, options.DailyTextRecords);
        var day = await TakeAsync(records, cancellationToken);
        try
        {
            return await ask();
        }
        catch (RequestFailedException failure) when (!Charges.MayHaveBeenMade(failure))
        {
            await GiveBackAsync(day, records, cancellationToken);
            throw;
        }
    }

    public async Task<BudgetState?> ReadAsync(CancellationToken cancellationToken)
    {
        if (!options.UsesAzure || options.DailyTextRecords == 0)
            return null;
        var taken = await ledger.ReadAsync(Today, cancellationToken);
        return new BudgetState(Today, taken, options.DailyTextRecords, taken * options.UsdPerThousandTextRecords / 1_000);
    }

    public void Dispose() => _gate.Dispose();

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    private async ValueTask<DateOnly> TakeAsync(int records, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_day != Today)
                (_day, _slice, _left) = (Today, 0, long.MaxValue);
            var least = records - _slice;
            if (least > _left)
                throw UsedUp();
            if (least > 0)
            {
                var wanted = Math.Max(least, Math.Min(LargestSlice, options.DailyTextRecords / SlicesOfADay));
                (var taken, _left) = await ledger.TakeAsync(_day, least, wanted, options.DailyTextRecords, cancellationToken);
                if (taken == 0)
                    throw UsedUp();
                _slice += taken;
            }
            _slice -= records;
            return _day;
        }
        finally
        {
            _gate.Release();
        }
    }

    private async ValueTask GiveBackAsync(DateOnly day, int records, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        if (_day == day)
            _slice += records;
        _gate.Release();
    }

    private BudgetUsedUpException UsedUp()
    {
        var midnight = new DateTimeOffset(_day.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);
        return new BudgetUsedUpException(options.DailyTextRecords, midnight + (random.NextDouble() * ComeBackOver));
    }
}
