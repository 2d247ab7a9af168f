using System.Text.RegularExpressions;

namespace Pipeline.Functions.Tests.Infra.Checks;

/// <summary>Workflows use actions by commit, with the version beside it, and start without any permission.</summary>
internal static partial class WorkflowsCheck
{
    public static IEnumerable<string> Faults(InfraFolder infra) =>
        infra.Paths
            .Where(path => path.StartsWith(".github/workflows/", StringComparison.Ordinal))
            .SelectMany(path => Faults(infra.Text(path)).Select(fault => $"{path}: {fault}"));

    private static IEnumerable<string> Faults(string workflow)
    {
        if (!workflow.Contains("\npermissions: {}\n", StringComparison.Ordinal))
            yield return "permissions are not empty by default.";
        foreach (Match use in Use().Matches(workflow))
        {
            if (!use.Groups["local"].Success && !use.Groups["commit"].Success)
                yield return $"{use.Value.Trim()} is not pinned by its commit with the version behind it.";
        }
        foreach (Match job in Job().Matches(workflow))
        {
            if (!job.Value.Contains("\n    permissions:", StringComparison.Ordinal))
                yield return $"the job {job.Groups[1].Value} does not say what it may.";
        }
    }

    [GeneratedRegex(@"uses: *(?:(?<local>\./)|[\w./-]+@(?:(?<commit>[0-9a-f]{40} # v[\d.]+$)|)).*", RegexOptions.Multiline)]
    private static partial Regex Use();

    // A job: two spaces, its name, and all lines that are further in.
    [GeneratedRegex(@"(?<=\njobs:\n(?:.*\n)*)  ([\w-]+):\n(?:(?:    .*)?\n)+")]
    private static partial Regex Job();
}
