namespace Pipeline.Testing.Crashes;

/// <summary>
/// Says at which effect on a storage service the process under test dies. From then on every request of that process fails,
/// whatever its handlers catch, so nothing that it still does can be seen from outside: it is dead. <see cref="Restart"/> gives
/// the next process a working network. Effects are counted over all services that share the plan. Thread safe.
/// </summary>
public sealed class CrashPlan
{
    private readonly Lock _gate = new();
    private readonly List<string> _trace = [];
    private readonly int _at;
    private readonly bool _after;
    private bool _dead;

    private CrashPlan(int at, bool after)
    {
        (_at, _after) = (at, after);
    }

    /// <summary>What was asked of the services, in order: "PUT /work/1.json". Effects only.</summary>
    public IReadOnlyList<string> Trace
    {
        get
        {
            lock (_gate)
            {
                return [.. _trace];
            }
        }
    }

    /// <summary>Effects so far.</summary>
    public int Count => Trace.Count;

    /// <summary>True from the crash on, also after <see cref="Restart"/>.</summary>
    public bool Crashed { get; private set; }

    /// <summary>True from the crash until <see cref="Restart"/>.</summary>
    public bool IsDead
    {
        get
        {
            lock (_gate)
            {
                return _dead;
            }
        }
    }

    /// <summary>Where it dies, for the message of a failed test.</summary>
    public string Description => _at == 0 ? "no crash" : $"crash {(_after ? "after" : "before")} effect {_at}";

    /// <summary>Only counts.</summary>
    public static CrashPlan None() => new(0, after: false);

    /// <summary>Effect number <paramref name="effect"/>, from 1, does not happen.</summary>
    public static CrashPlan KillBefore(int effect) => new(effect, after: false);

    /// <summary>Effect number <paramref name="effect"/>, from 1, happens, and its answer is lost.</summary>
    public static CrashPlan KillAfter(int effect) => new(effect, after: true);

    /// <summary>The process is started again. It does not crash a second time.</summary>
    public void Restart()
    {
        lock (_gate)
        {
            _dead = false;
        }
    }

    /// <summary>Called before a request is sent.</summary>
    /// <param name="effect">What it does; null for a request that only reads.</param>
    /// <returns>Whether the process dies when the answer arrives.</returns>
    /// <exception cref="SimulatedCrashException">It is dead, or dies now.</exception>
    internal bool Before(string? effect)
    {
        lock (_gate)
        {
            if (_dead)
            {
                throw new SimulatedCrashException();
            }

            if (effect is null)
            {
                return false;
            }

            _trace.Add(effect);
            var due = !Crashed && _trace.Count == _at;
            if (due && !_after)
            {
                Die();
            }

            return due;
        }
    }

    /// <exception cref="SimulatedCrashException">Always.</exception>
    internal void Die()
    {
        lock (_gate)
        {
            _dead = true;
            Crashed = true;
            throw new SimulatedCrashException();
        }
    }
}
