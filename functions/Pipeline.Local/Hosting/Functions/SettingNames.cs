namespace Pipeline.Local.Hosting.Functions;

/// <summary>Puts settings into a trigger's texts, as the Functions host does: <c>%name%</c>.</summary>
internal static class SettingNames
{
    /// <exception cref="FunctionDefinitionException">The setting is not set.</exception>
    public static string Resolve(string text, Func<string, string?> settings, string function)
    {
        if (text.Length < 3 || text[0] != '%' || text[^1] != '%')
        {
            return text;
        }

        var name = text[1..^1];
        return settings(name) ?? throw new FunctionDefinitionException($"Function {function}: the setting {name} is not set.");
    }
}
