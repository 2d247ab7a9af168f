using Xunit;

namespace Pipeline.Testing.Crashes;

/// <summary>Runs one scenario with a crash at every point there is, and compares each outcome with that of the clean run.</summary>
public static class CrashWalk
{
    /// <param name="scenario">
    /// Builds a fresh world, runs it to its end over crash and restart, and describes what stands in it then. Everything
    /// that is random or timed in it must be seeded, so that its effects come in the same order each time.
    /// </param>
    /// <returns>How many crashes were tried.</returns>
    public static async Task<int> AssertSameOutcomeAsync(Func<CrashPlan, Task<string>> scenario)
    {
        var clean = CrashPlan.None();
        var expected = await scenario(clean);
        Assert.NotEmpty(clean.Trace);
        for (var effect = 1; effect <= clean.Count; effect++)
        {
            foreach (var plan in new[] { CrashPlan.KillBefore(effect), CrashPlan.KillAfter(effect) })
            {
                var actual = await scenario(plan);
                Assert.True(plan.Crashed, $"{plan.Description} never came: the scenario is not the same each time.");
                Assert.True(expected == actual, Difference(plan, clean.Trace[effect - 1], expected, actual));
            }
        }

        return 2 * clean.Count;
    }

    private static string Difference(CrashPlan plan, string effect, string expected, string actual) =>
        $"{plan.Description} ({effect}) changed the outcome.\n--- without ---\n{expected}\n--- with ---\n{actual}";
}
