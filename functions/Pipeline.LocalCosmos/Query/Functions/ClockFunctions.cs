using Pipeline.LocalCosmos.Query.Values;

namespace Pipeline.LocalCosmos.Query.Functions;

/// <summary>The time, as it stood when the run of the query began; random numbers are refused, because pages could not agree on them.</summary>
internal static class ClockFunctions
{
    public static void Register(FunctionTable table)
    {
        foreach (var suffix in new[] { "", "STATIC" })
        {
            table.AddVolatile($"GETCURRENTDATETIME{suffix}", 0, 0, (_, frame) => Value.Of(DateTimeText.Format(frame.Now)));
            table.AddVolatile($"GETCURRENTTIMESTAMP{suffix}", 0, 0, (_, frame) => Value.Of((double)frame.Now.ToUnixTimeMilliseconds()));
            table.AddVolatile($"GETCURRENTTICKS{suffix}", 0, 0, (_, frame) => Value.Of((double)DateTimeText.Ticks(frame.Now)));
        }
        table.AddVolatile("RAND", 0, 0, (_, _) => throw new QueryException("RAND is not supported."));
    }
}
