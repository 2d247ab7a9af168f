namespace Pipeline.Benchmarks.Deduplicate.Races;

/// <summary>What many races came to. A pair is two copies of one story.</summary>
internal sealed record RaceOutcome
{
    public int Races { get; init; }

    public int Deliveries { get; init; }

    public int Crashes { get; init; }

    public long Pairs { get; init; }

    /// <summary>Pairs that ended in two clusters.</summary>
    public long SplitPairs { get; init; }

    /// <summary>The same pairs, judged one after the other without crashes.</summary>
    public long SplitPairsInSequence { get; init; }

    /// <summary>Articles that were never judged.</summary>
    public int Lost { get; init; }

    /// <summary>Clusters whose canonical article is not the earliest crawled of its members.</summary>
    public int WrongCanonical { get; init; }

    /// <summary>Articles from which the references to what they copy lead in a circle.</summary>
    public int Circular { get; init; }

    /// <summary>Redeliveries that were answered otherwise than the first time.</summary>
    public int Changed { get; init; }

    /// <summary>Numbers of the races that ended otherwise than they may.</summary>
    public IReadOnlyList<int> Unsound { get; init; } = [];

    /// <summary>True when nothing is wrong but perhaps a pair in two clusters.</summary>
    public bool IsSound => this is { Lost: 0, WrongCanonical: 0, Circular: 0, Changed: 0 };

    public double SplitShare => (double)SplitPairs / Math.Max(1, Pairs);

    public double SplitShareInSequence => (double)SplitPairsInSequence / Math.Max(1, Pairs);

    public static RaceOutcome operator +(RaceOutcome left, RaceOutcome right) => new()
    {
        Races = left.Races + right.Races,
        Deliveries = left.Deliveries + right.Deliveries,
        Crashes = left.Crashes + right.Crashes,
        Pairs = left.Pairs + right.Pairs,
        SplitPairs = left.SplitPairs + right.SplitPairs,
        SplitPairsInSequence = left.SplitPairsInSequence + right.SplitPairsInSequence,
        Lost = left.Lost + right.Lost,
        WrongCanonical = left.WrongCanonical + right.WrongCanonical,
        Circular = left.Circular + right.Circular,
        Changed = left.Changed + right.Changed,
        Unsound = [.. left.Unsound, .. right.Unsound],
    };
}
