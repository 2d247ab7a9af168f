using System.Globalization;
using Spectre.Console;

namespace Pipeline.Benchmarks.Reporting;

/// <summary>Measured figures, as a table for a person and as one flat JSON object for a machine.</summary>
internal sealed class FigureTable(string title)
{
    private readonly List<(string Name, double Value, string Unit, string Meaning)> _figures = [];

    /// <param name="name">Key in the JSON object, camel case.</param>
    /// <param name="value">The figure.</param>
    /// <param name="unit">As printed behind the figure.</param>
    /// <param name="meaning">What was counted, in a few words.</param>
    public void Add(string name, double value, string unit, string meaning) => _figures.Add((name, value, unit, meaning));

    public void Print()
    {
        var table = new Table().Title(title).Border(TableBorder.Rounded);
        table.AddColumn("Figure");
        table.AddColumn(new TableColumn("Value").RightAligned());
        table.AddColumn("");
        foreach (var (name, value, unit, meaning) in _figures)
        {
            var digits = Math.Abs(value) >= 100 ? "N0" : "0.###";
            table.AddRow(
                Markup.Escape(name),
                Markup.Escape($"{value.ToString(digits, CultureInfo.InvariantCulture)} {unit}".TrimEnd()),
                Markup.Escape(meaning));
        }

        AnsiConsole.Write(table);
    }

    /// <summary>Writes nothing when no file is asked for.</summary>
    public void WriteJson(FileInfo? file) =>
        FlatJson.Write(file, _figures.Select(figure => KeyValuePair.Create(figure.Name, figure.Value)));
}
