using System.Globalization;
using System.Text.Json;

namespace Pipeline.Local.Hosting.Configuration;

/// <summary>An object of host.json, or its absence; reads settings with their ranges.</summary>
internal readonly struct HostJsonSection
{
    private readonly JsonElement? _object;
    private readonly string _path;

    public HostJsonSection(JsonElement? element, string path)
    {
        if (element is { ValueKind: not JsonValueKind.Object })
        {
            throw new HostConfigurationException($"{path} must be an object.");
        }

        (_object, _path) = (element, path);
    }

    public HostJsonSection Section(string name) => new(Find(name), $"{_path}: {name}");

    public string Text(string name, string absent) => Find(name) switch
    {
        null => absent,
        { ValueKind: JsonValueKind.String } found => found.GetString() ?? absent,
        _ => throw Wrong(name, "a string"),
    };

    public int Number(string name, int least, int most, int absent) => Find(name) switch
    {
        null => absent,
        { ValueKind: JsonValueKind.Number } found when found.TryGetInt32(out var value) && value >= least && value <= most => value,
        _ => throw Wrong(name, $"a whole number from {least} to {most}"),
    };

    /// <summary>"hh:mm:ss", or a number: the host takes that for milliseconds.</summary>
    public TimeSpan Duration(string name, TimeSpan least, TimeSpan most, TimeSpan absent)
    {
        var value = Find(name) switch
        {
            null => absent,
            { ValueKind: JsonValueKind.Number } found when found.TryGetInt32(out var milliseconds) => TimeSpan.FromMilliseconds(milliseconds),
            { ValueKind: JsonValueKind.String } found
                when TimeSpan.TryParse(found.GetString(), CultureInfo.InvariantCulture, out var duration) => duration,
            _ => TimeSpan.MinValue,
        };
        return value >= least && value <= most ? value : throw Wrong(name, $"a duration from {least:c} to {most:c}");
    }

    public string Choice(string name, string[] choices, string absent)
    {
        var value = Text(name, absent);
        return choices.Contains(value, StringComparer.OrdinalIgnoreCase)
            ? value.ToLowerInvariant()
            : throw Wrong(name, "one of " + string.Join(", ", choices));
    }

    private JsonElement? Find(string name) =>
        _object is { } element && element.TryGetProperty(name, out var found) && found.ValueKind != JsonValueKind.Null ? found : null;

    private HostConfigurationException Wrong(string name, string rule) => new($"{_path}: {name} must be {rule}.");
}
