using System.Globalization;
using Pipeline.Ingestion.Quarantine;
using Pipeline.Ingestion.Stages;
using Spectre.Console;

namespace Pipeline.Local.Progress;

/// <summary>A line of counters that moves, and tables, for a person at a terminal.</summary>
internal sealed class TerminalView(IAnsiConsole console) : IRunView
{
    private bool _lineOpen;

    public void Say(string line)
    {
        CloseLine();
        console.MarkupLineInterpolated($"[grey]{line}[/]");
    }

    public void Progress(RunCounts counts)
    {
        // One line, drawn over itself: it survives any width, any resize, and leaves nothing behind.
        console.Write(new ControlCode("\r\u001b[2K"));
        console.Markup(Line(counts));
        _lineOpen = true;
    }

    public void Results(
        RunCounts counts, IReadOnlyList<StoredArticle> stored, IReadOnlyList<QuarantineRecord> quarantined)
    {
        CloseLine();
        if (stored.Count > 0)
        {
            console.Write(Table(stored));
        }

        if (quarantined.Count > 0)
        {
            console.Write(Table(quarantined));
        }

        console.MarkupLine(Line(counts));
    }

    private void CloseLine()
    {
        if (_lineOpen)
        {
            console.Write(new ControlCode("\r\u001b[2K"));
            _lineOpen = false;
        }
    }

    private static string Line(RunCounts counts)
    {
        var quarantined = counts.Quarantined > 0 ? "red" : "grey";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"[grey]received[/] {counts.Done[Stage.Receive]} [grey]›[/] [grey]cleaned[/] {counts.Done[Stage.Clean]} [grey]›[/] [grey]enriched[/] {counts.Done[Stage.Enrich]} [grey]›[/] [grey]compared[/] {counts.Done[Stage.Deduplicate]} [grey]›[/] [green]stored[/] {counts.Done[Stage.Store]}   [{quarantined}]quarantined {counts.Quarantined}[/]   [grey]in flight {counts.InFlight}[/]{(counts.Deferred > 0 ? $"   [yellow]deferred {counts.Deferred}[/]" : "")}");
    }

    private static Table Table(IReadOnlyList<StoredArticle> stored)
    {
        var table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey).Expand();
        table.AddColumn("Title");
        table.AddColumn("Site");
        table.AddColumn("Date");
        table.AddColumn("Lang");
        table.AddColumn(new TableColumn("Words").RightAligned());
        table.AddColumn("Entities");
        table.AddColumn("Key phrases");
        table.AddColumn("Copy");
        table.AddColumn(new TableColumn("ms").RightAligned());
        foreach (var article in stored)
        {
            table.AddRow(
                Markup.Escape(article.Title) + (article.TitleMade ? " [grey](from the text)[/]" : ""),
                Markup.Escape(article.Site ?? "–"),
                Markup.Escape(article.Date ?? "–"),
                article.Language,
                string.Create(CultureInfo.InvariantCulture, $"{article.WordsKept} [grey]of {article.WordsReceived}[/]"),
                Markup.Escape(string.Join("\n", article.Entities)),
                Markup.Escape(string.Join("\n", article.KeyPhrases)),
                article.Duplicate,
                article.Milliseconds.ToString("0", CultureInfo.InvariantCulture));
        }

        return table;
    }

    private static Table Table(IReadOnlyList<QuarantineRecord> quarantined)
    {
        var table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Red).Title("[red]quarantined[/]").Expand();
        table.AddColumn("Name");
        table.AddColumn("Category");
        table.AddColumn("Reason");
        foreach (var record in quarantined)
        {
            table.AddRow(Markup.Escape(record.Name), record.Category.ToString(), Markup.Escape(record.Reason));
        }

        return table;
    }
}
