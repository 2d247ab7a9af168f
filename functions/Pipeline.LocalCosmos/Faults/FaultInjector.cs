using System.Collections.Immutable;
using Pipeline.LocalCosmos.Protocol;

namespace Pipeline.LocalCosmos.Faults;

/// <summary>Makes chosen requests fail. Thread safe; rules are tried in the order in which they were added.</summary>
public sealed class FaultInjector
{
    private ImmutableArray<Rule> _rules = [];

    /// <summary>Fails the next requests that fit.</summary>
    /// <param name="when">Which requests; called for every request, from any thread.</param>
    /// <param name="fault">What they get.</param>
    /// <param name="times">How many of them; the rule is spent afterwards.</param>
    public void Add(Func<FaultTarget, bool> when, Fault fault, int times = 1)
    {
        ArgumentNullException.ThrowIfNull(when);
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(times);
        ImmutableInterlocked.Update(ref _rules, static (rules, rule) => rules.Add(rule), new Rule(when, fault, times));
    }

    /// <summary>Forgets every rule.</summary>
    public void Clear() => ImmutableInterlocked.Update(ref _rules, static _ => []);

    internal Fault? Next(CosmosRequest request)
    {
        var rules = _rules;
        if (rules.IsEmpty)
            return null;

        var target = OperationClassifier.Classify(request);
        foreach (var rule in rules)
        {
            if (rule.When(target) && rule.TryStrike())
                return rule.Fault;
        }

        return null;
    }

    private sealed class Rule(Func<FaultTarget, bool> when, Fault fault, int times)
    {
        private int _left = times;

        public Func<FaultTarget, bool> When { get; } = when;

        public Fault Fault { get; } = fault;

        public bool TryStrike() => Volatile.Read(ref _left) > 0 && Interlocked.Decrement(ref _left) >= 0;
    }
}
