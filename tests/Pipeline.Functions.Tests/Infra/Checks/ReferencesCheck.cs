using System.Text.Json;
using System.Text.RegularExpressions;
using Pipeline.Functions.Tests.Infra.Bicep;

namespace Pipeline.Functions.Tests.Infra.Checks;

/// <summary>
/// What a compiler would say first: modules exist and get the parameters that they declare, outputs that are used are
/// given, loaded files exist, a resource type has one stable version everywhere, hooks read what main gives.
/// </summary>
internal static partial class ReferencesCheck
{
    public const string Main = "infra/main.bicep";

    private const string Parameters = "infra/main.parameters.json";

    private static readonly string[] Hooks = ["infra/hooks/postdeploy.sh", "infra/hooks/postdeploy.ps1"];

    public static IEnumerable<string> Faults(InfraFolder infra) =>
    [
        .. infra.BicepPaths.SelectMany(path => ModuleFaults(infra, path)),
        .. infra.BicepPaths.SelectMany(path => LoadFaults(infra, path)),
        .. infra.BicepPaths.SelectMany(path => SymbolsOf(infra.Text(path)).Select(fault => $"{path}: {fault}")),
        .. VersionFaults(infra),
        .. ParameterFaults(infra),
        .. HookFaults(infra),
    ];

    private static IEnumerable<string> ModuleFaults(InfraFolder infra, string path)
    {
        var text = infra.Text(path);
        foreach (var module in infra.Bicep(path).Of(BicepKind.Module))
        {
            var target = $"infra/{module.Type}";
            if (!infra.Has(target))
            {
                yield return $"The module {module.Type} does not exist.";
                continue;
            }
            var file = infra.Bicep(target);
            var given = (module.Body["params"] as BicepValue.Object)?.Properties.Select(property => property.Key).ToList() ?? [];
            var declared = file.Of(BicepKind.Parameter).ToList();
            foreach (var name in declared.Where(item => item.Value is null).Select(item => item.Name).Except(given))
                yield return $"The module {module.Name} does not get its parameter {name}.";
            foreach (var name in given.Except(declared.Select(item => item.Name)))
                yield return $"The module {module.Name} has no parameter {name}.";
            var outputs = file.Of(BicepKind.Output).Select(item => item.Name).ToHashSet();
            foreach (Match use in Regex.Matches(text, $@"\b{module.Name}!?\.outputs\.(\w+)"))
            {
                if (!outputs.Contains(use.Groups[1].Value))
                    yield return $"The module {module.Name} has no output {use.Groups[1].Value}.";
            }
        }
    }

    private static IEnumerable<string> LoadFaults(InfraFolder infra, string path) =>
        from Match load in Loaded().Matches(infra.Text(path))
        let target = path[..(path.LastIndexOf('/') + 1)] + load.Groups[1].Value
        let file = target.Replace("modules/../", "", StringComparison.Ordinal)
        where !infra.Has(file)
        select $"{path} loads {file}, which does not exist.";

    private static IEnumerable<string> SymbolsOf(string text)
    {
        var declared = BicepFile.Parse(text).Declarations;
        foreach (var unused in declared.Where(item => item.Kind is BicepKind.Parameter or BicepKind.Variable))
        {
            // A property of the same name is no use: "tags:" in "tags: tags".
            var written = Regex.Count(text, $@"(?<![\w.'-]){unused.Name}\b");
            var asProperty = Regex.Count(text, $@"(?:^|[{{,])[ ]*{unused.Name}:", RegexOptions.Multiline);
            if (written - asProperty < 2)
                yield return $"{unused.Name} is declared and not used.";
        }
        var names = declared.Where(item => item.Kind != BicepKind.Output).GroupBy(item => item.Name);
        foreach (var twice in names.Where(group => group.Count() > 1))
            yield return $"{twice.Key} is declared twice.";
    }

    private static IEnumerable<string> VersionFaults(InfraFolder infra)
    {
        var types = infra.BicepPaths
            .SelectMany(path => infra.Bicep(path).Of(BicepKind.Resource))
            .Select(resource => resource.Type.Split('@'))
            .ToLookup(parts => parts[0], parts => parts.ElementAtOrDefault(1) ?? "none", StringComparer.OrdinalIgnoreCase);
        foreach (var type in types)
        {
            if (type.Distinct().Count() > 1)
                yield return $"{type.Key} is used in the versions {string.Join(", ", type.Distinct())}.";
            foreach (var version in type.Where(version => !StableVersion().IsMatch(version)))
                yield return $"{type.Key} is used in the version {version}, which is not stable.";
        }
    }

    private static IEnumerable<string> ParameterFaults(InfraFolder infra)
    {
        var declared = infra.Bicep(Main).Of(BicepKind.Parameter).ToList();
        using var json = JsonDocument.Parse(infra.Text(Parameters));
        var given = json.RootElement.GetProperty("parameters").EnumerateObject().Select(item => item.Name).ToList();
        return
        [
            .. given.Except(declared.Select(item => item.Name)).Select(name => $"main.bicep has no parameter {name}."),
            .. declared.Where(item => item.Value is null).Select(item => item.Name).Except(given)
                .Select(name => $"main.bicep does not get its parameter {name}."),
            .. declared.Where(item => !item.Decorators.Any(line => line.StartsWith("description(", StringComparison.Ordinal)))
                .Select(item => $"The parameter {item.Name} is not described."),
        ];
    }

    private static IEnumerable<string> HookFaults(InfraFolder infra)
    {
        var outputs = infra.Bicep(Main).Of(BicepKind.Output).Select(item => item.Name).ToHashSet();
        var subscription = infra.Bicep(EventsCheck.Path).Of(BicepKind.Parameter).Select(item => item.Name).ToHashSet();
        foreach (var hook in Hooks)
        {
            if (!infra.Text("azure.yaml").Contains(hook, StringComparison.Ordinal))
                yield return $"azure.yaml does not run {hook}.";
            foreach (var name in Variable().Matches(infra.Text(hook)).Select(match => match.Value).Distinct().Except(outputs))
                yield return $"{hook} reads {name}, which main.bicep does not give.";
            foreach (var name in Passed().Matches(infra.Text(hook)).Select(match => match.Groups[1].Value).Except(subscription))
                yield return $"{hook} passes {name}, which the event subscription does not take.";
        }
    }

    [GeneratedRegex(@"load(?:Text|Json)Content\('([^']+)'\)")]
    private static partial Regex Loaded();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d$")]
    private static partial Regex StableVersion();

    [GeneratedRegex(@"\b(?:AZURE|PIPELINE)_[A-Z_]+\b")]
    private static partial Regex Variable();

    [GeneratedRegex(@"\b([a-z][A-Za-z]+)=(?:""\$|\$env:)")]
    private static partial Regex Passed();
}
