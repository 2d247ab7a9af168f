using System.Collections.Frozen;

namespace Pipeline.LocalCosmos.Query.Binding;

/// <summary>The aggregates by name.</summary>
internal static class Aggregates
{
    private static readonly FrozenDictionary<string, Func<Accumulator>> Makers = new Dictionary<string, Func<Accumulator>>
    {
        ["COUNT"] = () => new CountAccumulator(),
        ["COUNTIF"] = () => new CountIfAccumulator(),
        ["SUM"] = () => new SumAccumulator(mean: false),
        ["AVG"] = () => new SumAccumulator(mean: true),
        ["MIN"] = () => new ExtremeAccumulator(sign: -1),
        ["MAX"] = () => new ExtremeAccumulator(sign: 1),
        ["MAKELIST"] = () => new ListAccumulator(distinct: false),
        ["MAKESET"] = () => new ListAccumulator(distinct: true),
    }.ToFrozenDictionary();

    public static bool IsAggregate(string name) => Makers.ContainsKey(name);

    public static Func<Accumulator> Maker(string name) => Makers[name];
}
