using Pipeline.Articles.Cleaning.Html;
using Pipeline.Articles.Cleaning.Text;
using Pipeline.Articles.Formats;

namespace Pipeline.Articles.Cleaning.Selection;

/// <summary>Reads a source of any kind into blocks.</summary>
internal static class BlockReading
{
    public static BlockView Read(SourceText source, CancellationToken ct)
    {
        if (source.Kind == MediaKind.Html)
        {
            var page = HtmlParser.Parse(source.Text, ct);
            return new BlockView(HtmlBlockReader.Read(page, ct), page);
        }

        var isMarkdown = source.Kind == MediaKind.Markdown || TextBlockReader.LooksLikeMarkdown(source.Text);
        return new BlockView(TextBlockReader.Read(source.Text, isMarkdown, ct), null);
    }
}
