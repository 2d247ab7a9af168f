using Microsoft.Extensions.Options;

namespace Pipeline.Ingestion.Language;

/// <summary>Says at start what is wrong with the language section of the configuration.</summary>
internal sealed class LanguageOptionsValidator : IValidateOptions<LanguageOptions>
{
    public ValidateOptionsResult Validate(string? name, LanguageOptions options)
    {
        var faults = new List<string>();
        foreach (var (setting, provider) in (ReadOnlySpan<(string, string)>)
            [(nameof(LanguageOptions.Entities), options.Entities), (nameof(LanguageOptions.KeyPhrases), options.KeyPhrases)])
        {
            if (provider is not (LanguageOptions.Local or LanguageOptions.Azure))
                faults.Add($"{LanguageOptions.Section}:{setting} is '{provider}'; use 'local' or 'azure'.");
        }
        if (options.UsesAzure && options.Endpoint is not { IsAbsoluteUri: true })
            faults.Add($"{LanguageOptions.Section}:Endpoint is missing; give the address of the Azure AI Language resource, or use 'local'.");
        if (options.CacheDays is < 0 or > 3650)
            faults.Add($"{LanguageOptions.Section}:CacheDays is {options.CacheDays}; give 0 to 3650.");
        if (options.BatchWaitMilliseconds is < 0 or > 10_000)
            faults.Add($"{LanguageOptions.Section}:BatchWaitMilliseconds is {options.BatchWaitMilliseconds}; give 0 to 10000.");
        if (options.TimeoutSeconds is < 1 or > 600)
            faults.Add($"{LanguageOptions.Section}:TimeoutSeconds is {options.TimeoutSeconds}; give 1 to 600.");
        if (options.MostKeyPhrases is < 1 or > 100)
            faults.Add($"{LanguageOptions.Section}:MostKeyPhrases is {options.MostKeyPhrases}; give 1 to 100.");
        if (options.DailyTextRecords < 0)
            faults.Add($"{LanguageOptions.Section}:DailyTextRecords is {options.DailyTextRecords}; give 0 for no limit, or more.");
        if (options.WhenBudgetIsUsedUp is not (LanguageOptions.Defer or LanguageOptions.Local))
            faults.Add($"{LanguageOptions.Section}:WhenBudgetIsUsedUp is '{options.WhenBudgetIsUsedUp}'; use 'defer' or 'local'.");
        if (options.UsdPerThousandTextRecords < 0)
            faults.Add($"{LanguageOptions.Section}:UsdPerThousandTextRecords is {options.UsdPerThousandTextRecords}; give 0 or more.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
