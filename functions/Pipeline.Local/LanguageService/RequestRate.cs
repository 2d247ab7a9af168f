namespace Pipeline.Local.LanguageService;

/// <summary>Counts requests by whole seconds. Thread safe.</summary>
internal sealed class RequestRate(int? perSecond, TimeProvider time)
{
    private readonly Lock _gate = new();
    private long _second;
    private int _count;

    /// <summary>Seconds to wait, or null when the request may go on.</summary>
    public int? Wait()
    {
        if (perSecond is not { } most)
            return null;
        lock (_gate)
        {
            var now = time.GetUtcNow().ToUnixTimeSeconds();
            if (now != _second)
                (_second, _count) = (now, 0);
            return ++_count > most ? 1 : null;
        }
    }
}
