using Pipeline.Articles.Cleaning.Blocks;
using Pipeline.Articles.Cleaning.Html;
using Pipeline.Articles.Cleaning.Selection;
using Pipeline.Articles.Cleaning.Sites;
using Pipeline.Articles.Cleaning.Text;
using Pipeline.Articles.Cleaning.Text.Lines;
using Pipeline.Articles.Formats;
using Pipeline.Articles.Languages;
using Pipeline.Articles.Metadata;

namespace Pipeline.Articles.Cleaning;

/// <summary>
/// From a scraped page or a scraper's text dump to exactly the article. Pure, thread-safe, one instance for the process; time
/// and memory are linear in the input, and no input makes it throw.
/// </summary>
public sealed class ArticleCleaner(ILanguageIdentifier languages)
{
    /// <summary>Version of the rules and weights; it goes into every audit.</summary>
    public const string Version = "5";

    /// <summary>Finds the article in a source of which nothing else is known.</summary>
    /// <inheritdoc cref="Clean(SourceText, CleaningContext, CancellationToken)"/>
    public CleaningResult Clean(SourceText source, CancellationToken ct) => Clean(source, CleaningContext.None, ct);

    /// <summary>Finds the article in a source.</summary>
    /// <returns>The article, or the reason why the source holds none.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <remarks>
    /// <code>
    /// source -> 1 blocks (HTML: tree; text: lines) -> 2 verdict per block -> 3 is it an article? -> 4 text + way back
    ///                |                                 (+ the site's memory)                            |
    ///                +------------------------> 5 metadata (page, given fields, text) <-----------------+-> 6 audit
    /// </code>
    /// </remarks>
    public CleaningResult Clean(SourceText source, CleaningContext context, CancellationToken ct)
    {
        // 1 Blocks.
        var view = BlockReading.Read(source, ct);
        var blocks = view.List;
        using var page = view.Page;

        // 2 Verdicts.
        var facts = page is null ? PageFacts.None : PageFacts.Read(page);
        var title = TitleFinder.Find(view, facts, source.Given);
        var verdicts = page is null ? LineJudge.Judge(view, title) : BlockJudge.Judge(view, facts, title);
        var lines = context.Site is null ? [] : SiteObserver.Hashes(view);
        if (context.Memory is { } memory)
        {
            SiteRule.Apply(view, verdicts, lines, memory.Recall(lines));
        }

        RemoveFrontMatter(blocks, verdicts, source.BodyOffset);

        // 3 An article?
        if (NotAnArticle.Find(view, verdicts, facts, title) is { } reason)
        {
            return CleaningResult.NoArticle(reason);
        }

        // 4 Text.
        var (text, segments) = ArticleAssembler.Assemble(blocks, verdicts);
        if (page is null)
        {
            (text, segments) = JoinRepair.Repair(text, segments);
        }

        // 5 Metadata.
        var metadata = MetadataReader.Read(view, verdicts, facts, source.Given, title, text, languages, context.ReceivedAt);

        // 6 Audit.
        var (received, kept) = CountWords(view, verdicts);
        var audit = new CleaningAudit
        {
            Version = Version,
            SiteMemory = context.Memory is null ? null : $"{context.Site}@{context.Memory.Revision}",
            WordsReceived = received,
            WordsKept = kept,
            Removed = AuditBuilder.Removed(blocks, verdicts, segments, page is null ? "markdown" : "markup"),
            Offsets = new OffsetMap([.. segments]),
        };
        var observation = context.Site is { } site ? SiteObserver.Observe(site, view, verdicts, lines) : null;
        return CleaningResult.Of(new CleanedArticle { Text = text, Metadata = metadata, Audit = audit }, observation);
    }

    /// <summary>What a Markdown file states before its text was read as given fields already.</summary>
    private static void RemoveFrontMatter(BlockList blocks, string?[] verdicts, int bodyOffset)
    {
        for (var i = 0; i < verdicts.Length && blocks.RawSpanOf(blocks.Blocks[i]).Offset < bodyOffset; i++)
        {
            verdicts[i] = "front-matter";
        }
    }

    private static (int Received, int Kept) CountWords(BlockView view, string?[] verdicts)
    {
        var (received, kept) = (0, 0);
        for (var i = 0; i < verdicts.Length; i++)
        {
            received += view.Facts[i].Words;
            kept += verdicts[i] is null ? view.Facts[i].Words : 0;
        }

        return (received, kept);
    }
}
