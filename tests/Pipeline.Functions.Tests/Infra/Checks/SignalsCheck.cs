using System.Diagnostics.Metrics;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Pipeline.Ingestion;
using Pipeline.Ingestion.Failures;
using Pipeline.Ingestion.Stages;
using Pipeline.Ingestion.Telemetry;

namespace Pipeline.Functions.Tests.Infra.Checks;

/// <summary>The queries of alerts and workbook ask for log events, categories and spans that the code writes.</summary>
internal static partial class SignalsCheck
{
    private static readonly string[] Types = [.. typeof(PipelineMap).Assembly.GetTypes().Select(type => type.FullName!)];

    // Names come from the methods with [LoggerMessage]; the generated method starts the event with its own name.
    private static readonly HashSet<string> Events =
    [
        .. from type in typeof(PipelineMap).Assembly.GetTypes()
           from method in type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
           where method.GetCustomAttribute<LoggerMessageAttribute>() is not null
           select method.Name,
    ];

    /// <summary>Names of what the code measures.</summary>
    private static readonly HashSet<string> Metrics = FindMetrics();

    public static IEnumerable<string> Faults(InfraFolder infra)
    {
        var queries = infra.Paths.Where(path => path.EndsWith(".kql", StringComparison.Ordinal)).ToList();
        var bicep = string.Concat(infra.BicepPaths.Select(infra.Text));
        return
        [
            .. queries
                .Where(path => !bicep.Contains($"'..{path["infra".Length..]}'", StringComparison.Ordinal))
                .Select(path => $"{path} is used by nothing."),
            .. queries.SelectMany(path => Faults(infra.Text(path)).Select(fault => $"{path}: {fault}")),
        ];
    }

    private static IEnumerable<string> Faults(string query)
    {
        foreach (Match comparison in Comparison().Matches(query))
        {
            var column = comparison.Groups["column"].Value;
            foreach (Capture value in comparison.Groups["value"].Captures)
            {
                if (!IsKnown(column, value.Value))
                    yield return $"{column} is never {value.Value}.";
            }
        }
    }

    private static bool IsKnown(string column, string value) => column switch
    {
        "error.type" => Enum.TryParse<FailureCategory>(value, out _),
        "db.response.status_code" => int.TryParse(value, out _),
        "Name" when value.Contains('.', StringComparison.Ordinal) => Metrics.Contains(value),
        "Properties.EventName" => Events.Contains(value),
        "Properties.CategoryName" => Types.Any(type => type == value || (value.EndsWith('.') && type.StartsWith(value, StringComparison.Ordinal))),
        "Properties.Category" => Enum.TryParse<FailureCategory>(value, out _),
        "Name" => Enum.TryParse<Stage>(value, out _),
        _ => false,
    };

    private static HashSet<string> FindMetrics()
    {
        var names = new HashSet<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == PipelineMetrics.MeterName)
                    names.Add(instrument.Name);
            },
        };
        listener.Start();
        using var metrics = new PipelineMetrics();
        _ = new BacklogMetrics(metrics);
        return names;
    }

    // column == 'value', tostring(Properties['column']) == 'value', column in ('value', ...), column startswith 'value'
    [GeneratedRegex(@"(?:tostring\(Properties\['(?<column>[\w.]+)'\]\)|(?<column>[\w.]+)) (?:==|startswith|in) \(?'(?<value>[^']*)'(?:, '(?<value>[^']*)')*")]
    private static partial Regex Comparison();
}
