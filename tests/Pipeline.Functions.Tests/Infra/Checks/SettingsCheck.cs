using System.ComponentModel.DataAnnotations;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Azure.Cosmos;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pipeline.Functions.Tests.Infra.Bicep;
using Pipeline.Ingestion;
using Pipeline.Ingestion.Telemetry;

namespace Pipeline.Functions.Tests.Infra.Checks;

/// <summary>
/// The app finds every setting that it reads: those of its clients, of the host's triggers and of its options; no
/// setting is one that nothing reads, that Flex Consumption refuses, or that holds a secret.
/// </summary>
internal static class SettingsCheck
{
    public const string Path = "infra/modules/function-app.bicep";

    private const string Prefix = "Pipeline__";

    private static readonly string[] Identity = ["__credential", "__clientId"];

    private static readonly string[] Host =
    [
        "AZURE_CLIENT_ID", "APPLICATIONINSIGHTS_CONNECTION_STRING", "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
        "WEBSITE_USE_PLACEHOLDER_DOTNETISOLATED", "AzureWebJobsStorage__blobServiceUri",
        "AzureWebJobsStorage__queueServiceUri", "AzureWebJobsStorage__tableServiceUri",
        .. Identity.Select(part => "AzureWebJobsStorage" + part),
    ];

    // Read by Azure.Identity.
    private static readonly string[] ReadElsewhere = ["AZURE_TOKEN_CREDENTIALS"];

    private static readonly string[] RefusedByFlex =
    [
        "FUNCTIONS_WORKER_RUNTIME", "FUNCTIONS_WORKER_RUNTIME_VERSION", "FUNCTIONS_EXTENSION_VERSION",
        "WEBSITE_RUN_FROM_PACKAGE", "WEBSITE_CONTENTAZUREFILECONNECTIONSTRING", "WEBSITE_CONTENTSHARE",
        "WEBSITE_CONTENTOVERVNET", "WEBSITE_VNET_ROUTE_ALL", "SCM_DO_BUILD_DURING_DEPLOYMENT", "ENABLE_ORYX_BUILD",
        "FUNCTIONS_WORKER_PROCESS_COUNT", "WEBSITE_MAX_DYNAMIC_APPLICATION_SCALE_OUT",
    ];

    public static IEnumerable<string> Faults(InfraFolder infra)
    {
        var settings = ((BicepValue.Object)infra.Bicep(Path).Get(BicepKind.Variable, "settings").Value!).Properties;
        var names = settings.Select(setting => setting.Key).ToHashSet();
        var needed = Host.Concat(Triggers.All.SelectMany(item => NeededBy(item.Trigger))).ToHashSet();
        var clients = ClientFaults(names, out var read);
        var known = needed.Concat(read).Concat(ReadElsewhere).ToHashSet();
        return
        [
            .. needed.Except(names).Select(name => $"The setting {name} is needed by the host and not set."),
            .. names.Intersect(RefusedByFlex).Select(name => $"Flex Consumption refuses the setting {name}."),
            .. settings.Where(setting => HoldsSecret(setting.Value)).Select(setting => $"The setting {setting.Key} holds a secret."),
            .. clients,
            .. OptionFaults(names),
            .. names
                .Where(name => !known.Contains(name) && !name.StartsWith(Prefix, StringComparison.Ordinal))
                .Select(name => $"The setting {name} is read by nothing."),
        ];
    }

    private static IEnumerable<string> NeededBy(Attribute trigger)
    {
        var kind = trigger.GetType();
        var connection = kind.GetProperty("Connection")?.GetValue(trigger) as string;
        string[] endpoints = kind.Name switch
        {
            nameof(BlobTriggerAttribute) => ["__blobServiceUri", "__queueServiceUri"],
            nameof(QueueTriggerAttribute) => ["__queueServiceUri"],
            "CosmosDBTriggerAttribute" => ["__accountEndpoint"],
            _ => [],
        };
        return endpoints.Length == 0 ? [] : endpoints.Concat(Identity).Select(part => connection + part);
    }

    /// <summary>Makes the app's clients from nothing but the deployed settings.</summary>
    private static List<string> ClientFaults(IEnumerable<string> names, out IReadOnlyCollection<string> read)
    {
        var recorder = new RecordingSource(names.ToDictionary(name => name.Replace("__", ":", StringComparison.Ordinal), _ => "https://a.example/"));
        var configuration = new ConfigurationBuilder().Add(recorder).Build();
        using var services = new ServiceCollection()
            .AddSingleton<PipelineMetrics>().AddAzureClients(configuration, new DefaultAzureCredential()).BuildServiceProvider();
        var faults = new List<string>();
        foreach (var client in (ReadOnlySpan<Type>)[typeof(BlobServiceClient), typeof(QueueServiceClient), typeof(CosmosClient)])
        {
            try
            {
                services.GetRequiredService(client);
            }
            catch (OptionsValidationException exception)
            {
                faults.Add($"{client.Name}: {exception.Message}");
            }
        }
        read = recorder.Found;
        return faults;
    }

    private static IEnumerable<string> OptionFaults(HashSet<string> names)
    {
        var options = typeof(PipelineMap).Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal))
            .Select(type => (Type: type, Section: type.GetField("Section")?.GetRawConstantValue() as string))
            .Where(item => item.Section is not null)
            .ToDictionary(item => SettingOf(item.Section!), item => item.Type);
        foreach (var name in names.Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            var split = name.LastIndexOf("__", StringComparison.Ordinal);
            if (!options.TryGetValue(name[..split], out var type) || type.GetProperty(name[(split + 2)..]) is null)
                yield return $"The setting {name} is an option of nothing.";
        }
        foreach (var (section, type) in options)
        {
            var defaults = Activator.CreateInstance(type)!;
            var faults = new List<ValidationResult>();
            Validator.TryValidateObject(defaults, new ValidationContext(defaults), faults, validateAllProperties: true);
            foreach (var fault in faults.Where(fault => !fault.MemberNames.Any(member => names.Contains($"{section}__{member}"))))
                yield return $"An option of {section} has no valid default and is not set: {fault.ErrorMessage}";
        }
    }

    /// <summary>Every section stands under "Pipeline", by its own name or by whoever binds it.</summary>
    private static string SettingOf(string section) =>
        (section.StartsWith("Pipeline:", StringComparison.Ordinal) ? section : "Pipeline:" + section)
        .Replace(":", "__", StringComparison.Ordinal);

    private static bool HoldsSecret(BicepValue value) =>
        value.AsWritten is not { } text
        || text.Contains("listKeys", StringComparison.OrdinalIgnoreCase)
        || text.Contains("AccountKey", StringComparison.OrdinalIgnoreCase);

    /// <summary>Settings in memory that remember which of them were read.</summary>
    private sealed class RecordingSource(IDictionary<string, string> values) : ConfigurationProvider, IConfigurationSource
    {
        private readonly HashSet<string> _found = [];

        public IReadOnlyCollection<string> Found => _found;

        public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

        public override bool TryGet(string key, out string? value)
        {
            var found = values.TryGetValue(key, out value);
            if (found)
                _found.Add(key.Replace(":", "__", StringComparison.Ordinal));
            return found;
        }
    }
}
