namespace Pipeline.Local.Cleaning;

/// <summary>Colours for a terminal; nothing at all where the output goes elsewhere.</summary>
internal sealed class Paint(bool isTerminal)
{
    private const string Reset = "\u001b[0m";

    public string Strong(string text) => Wrap("1", text);

    public string Faint(string text) => Wrap("2", text);

    public string Label(string text) => Wrap("36", text);

    public string Removed(string text) => Wrap("31", text);

    public string Rule(string text) => Wrap("33", text);

    public string Bad(string text) => Wrap("1;31", text);

    /// <summary>A page may hold the codes that steer a terminal; they are shown as a mark instead of being obeyed.</summary>
    public string Safe(string text) => !isTerminal || !text.Any(IsControl) ? text : string.Concat(text.Select(c => IsControl(c) ? '\uFFFD' : c));

    private static bool IsControl(char c) => char.IsControl(c) && c is not ('\n' or '\r' or '\t');

    private string Wrap(string code, string text) => isTerminal && text.Length > 0 ? $"\u001b[{code}m{Safe(text)}{Reset}" : text;
}
