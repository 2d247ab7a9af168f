namespace Pipeline.Articles.Cleaning.Sites;

/// <summary>
/// What is remembered of a site: which lines and elements its articles carry, by how many of them, and when last. Bounded, and
/// immutable: a merge gives a new one. Merging is commutative up to what the bounds drop, and merging an article again changes
/// nothing, so that duplicate and reordered deliveries do no harm.
/// </summary>
public sealed class SiteSketch
{
    internal const int MostLines = 2048;
    internal const int MostBlocks = 256;
    internal const int MostArticles = 64;
    internal const int Window = 128;

    // Of two articles that share half of their sampled paragraphs one is the other's update.
    private const int SharedHalf = 2;

    private readonly Dictionary<uint, SeenLine> _lines;
    private readonly Dictionary<uint, SeenBlock> _blocks;
    private readonly List<SeenArticle> _articles;

    internal SiteSketch(long revision, int known, Dictionary<uint, SeenLine> lines, Dictionary<uint, SeenBlock> blocks, List<SeenArticle> articles) =>
        (Revision, Known, _lines, _blocks, _articles) = (revision, known, lines, blocks, articles);

    public static SiteSketch Empty { get; } = new(0, 0, [], [], []);

    /// <summary>How many articles were merged in; it goes into the audit of what was cleaned with this sketch.</summary>
    public long Revision { get; }

    /// <summary>How many articles of different content the counts stand for.</summary>
    internal int Known { get; }

    internal IReadOnlyDictionary<uint, SeenLine> Lines => _lines;

    internal IReadOnlyDictionary<uint, SeenBlock> Blocks => _blocks;

    internal IReadOnlyList<SeenArticle> Articles => _articles;

    /// <summary>The sketch with one more article; this one when the article is in it already.</summary>
    /// <param name="observation">What the article shows.</param>
    /// <param name="articleId">The article's id, the same for each delivery of it.</param>
    /// <param name="day">The day, as days since 0001-01-01.</param>
    public SiteSketch With(SiteObservation observation, string articleId, int day)
    {
        ArgumentNullException.ThrowIfNull(observation);
        var id = TextHash.Folded(articleId);
        if (_articles.Exists(article => article.Id == id))
        {
            return this;
        }

        var isUpdate = _articles.Exists(article => IsSame(article, observation.Body));
        var articles = _articles.TakeLast(MostArticles - 1).Append(new SeenArticle(id, day, [.. observation.Body])).ToList();
        if (isUpdate)
        {
            // The text of an article that is known: its lines count once.
            return new SiteSketch(Revision + 1, Known, _lines, _blocks, articles);
        }

        // Sites change their looks: when the window is full, what was seen long ago loses half of its weight.
        var isFull = Known >= Window;
        var known = (isFull ? Known / 2 : Known) + 1;
        var lines = isFull ? _lines.Where(line => line.Value.Count > 1).ToDictionary(line => line.Key, line => line.Value with { Count = (ushort)(line.Value.Count / 2) }) : new Dictionary<uint, SeenLine>(_lines);
        foreach (var (hash, place) in observation.Lines)
        {
            var seen = lines.GetValueOrDefault(hash);
            lines[hash] = new SeenLine((ushort)Math.Min(ushort.MaxValue, seen.Count + 1), seen.Places | place, Math.Max(seen.Day, day));
        }

        var blocks = isFull
            ? _blocks.ToDictionary(block => block.Key, block => block.Value with { Kept = (ushort)(block.Value.Kept / 2), Removed = (ushort)(block.Value.Removed / 2) })
            : new Dictionary<uint, SeenBlock>(_blocks);
        foreach (var (signature, isKept) in observation.Blocks)
        {
            var seen = blocks.GetValueOrDefault(signature);
            blocks[signature] = new SeenBlock((ushort)Math.Min(ushort.MaxValue, seen.Kept + (isKept ? 1 : 0)), (ushort)Math.Min(ushort.MaxValue, seen.Removed + (isKept ? 0 : 1)), Math.Max(seen.Day, day));
        }

        return new SiteSketch(Revision + 1, known, Bound(lines, MostLines, line => (line.Count, line.Day)), Bound(blocks, MostBlocks, block => (block.Kept + block.Removed, block.Day)), articles);
    }

    /// <summary>How many articles other than the one with these lines carry each of them.</summary>
    internal SiteRecall Recall(uint[] lines)
    {
        var own = lines.ToHashSet();
        return new SiteRecall(this, _articles.Exists(article => IsIn(article, own)) ? 1 : 0);
    }

    private static bool IsIn(SeenArticle article, HashSet<uint> lines) =>
        article.Body.Length > 0 && article.Body.Count(lines.Contains) * SharedHalf >= article.Body.Length;

    private static bool IsSame(SeenArticle article, IReadOnlyList<uint> body) =>
        body.Count > 0 && article.Body.Length > 0 && article.Body.Count(body.Contains) * SharedHalf >= Math.Min(article.Body.Length, body.Count);

    /// <summary>Keeps what most articles carry, and of those what was seen last; a quarter goes at once, so that it happens seldom.</summary>
    private static Dictionary<uint, T> Bound<T>(Dictionary<uint, T> entries, int most, Func<T, (int Count, int Day)> rank) =>
        entries.Count <= most ? entries
        : entries.OrderByDescending(entry => rank(entry.Value).Count).ThenByDescending(entry => rank(entry.Value).Day).ThenBy(entry => entry.Key).Take(most - (most / 4)).ToDictionary();
}

/// <summary>A line of a site.</summary>
/// <param name="Count">Articles of different content that carry it.</param>
/// <param name="Places">Where it stood to the article, in any of them.</param>
/// <param name="Day">When it was last seen, as days since 0001-01-01.</param>
internal readonly record struct SeenLine(ushort Count, LinePlace Places, int Day);

/// <summary>An element of a site's pages.</summary>
/// <param name="Kept">Articles in which all of its text was kept.</param>
/// <param name="Removed">Articles in which all of it was removed.</param>
/// <param name="Day">When it was last seen.</param>
internal readonly record struct SeenBlock(ushort Kept, ushort Removed, int Day);

/// <summary>An article that was merged in.</summary>
internal sealed record SeenArticle(ulong Id, int Day, uint[] Body);
