using System.Text.Json;
using Pipeline.Articles.Cleaning.Selection;
using Pipeline.Articles.Cleaning.Text.Lines;
using Pipeline.Articles.Formats;
using Pipeline.Articles.Metadata;

namespace Pipeline.Benchmarks.Clean.Training.Lines;

/// <summary>Reads texts and their gold articles from a folder that holds a folder per set, and makes more texts of them.</summary>
internal sealed class LineData(Func<int[], int[], bool[]?> align)
{
    private static readonly string[] Variants = ["text-innertext", "text-gettext", "text-markdown", "text-cropped"];

    /// <summary>Texts that lost nothing and had nothing put in, as feeds and archives have them.</summary>
    private const string Bare = "bare";

    public LineData()
        : this(WordAligner.Align)
    {
    }

    /// <param name="folder">Holds SET/gold.json and SET/VARIANT/ID.txt.gz.</param>
    public List<LinePage> Read(string folder)
    {
        var sources = Directory.GetDirectories(folder).Order(StringComparer.Ordinal).SelectMany(set => Sources(set)).ToArray();
        var pages = new List<LinePage>[sources.Length];
        Parallel.For(0, sources.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i => pages[i] = [.. Pages(sources[i])]);
        return [.. pages.SelectMany(p => p)];
    }

    private static IEnumerable<LineSource> Sources(string set)
    {
        using var gold = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(set, "gold.json")));
        foreach (var variant in Variants)
        {
            foreach (var (id, _, source) in PageFolder.Read(Path.Combine(set, variant)))
            {
                if (gold.RootElement.TryGetProperty(id, out var entry))
                {
                    yield return LineSource.Of(Path.GetFileName(set) + "/" + variant, id, entry, source.Text);
                }
            }
        }

        foreach (var entry in gold.RootElement.EnumerateObject())
        {
            var bare = LineSource.Of(Path.GetFileName(set) + "/" + Bare, entry.Name, entry.Value, "");
            if (bare.Gold.Length > 200)
            {
                yield return bare with { Text = BareArticle.Make(entry.Name, bare.Gold) };
            }
        }
    }

    private IEnumerable<LinePage> Pages(LineSource source)
    {
        if (source.Set.EndsWith(Bare, StringComparison.Ordinal))
        {
            var bare = View(source.Text);
            yield return Page(source, bare, [.. Enumerable.Repeat(1f, bare.Count)], [.. bare.Facts.Select(f => f.Words)]);
            yield break;
        }

        var view = View(source.Text);
        if (LineLabels.Of(view, source.Gold, align) is not var (shares, counts))
        {
            yield break;
        }

        yield return Page(source, view, shares, counts);
        var lot = SiteFolds.Of(source.Id, 20, 5);
        if (lot < 9 && (source.Set.EndsWith("innertext", StringComparison.Ordinal) || source.Set.EndsWith("cropped", StringComparison.Ordinal)))
        {
            yield return Foreign(source, view, shares, counts, lot < 6);
        }
    }

    /// <summary>The same text in another script; each line keeps what is known of it.</summary>
    private static LinePage Foreign(LineSource source, BlockView view, float[] shares, int[] counts, bool unspaced)
    {
        var lines = RawLines.Of(source.Text, view, shares, counts);
        var text = lines.Select(line => line with { Text = unspaced ? ForeignScript.Unspaced(line.Text) : ForeignScript.Caseless(line.Text) });
        return Page(source with { Set = source.Set + (unspaced ? "/unspaced" : "/caseless") }, [.. text]);
    }

    private static LinePage Page(LineSource source, List<RawLine> lines)
    {
        var text = string.Join('\n', lines.Select(line => line.Text));
        var view = View(text);
        var known = RawLines.Known(text, view, lines);
        return Page(source with { Text = text }, view, [.. known.Select(o => o.Share)], [.. known.Select(o => o.Words)]);
    }

    private static BlockView View(string text) =>
        BlockReading.Read(new SourceText { Text = text, Kind = MediaKind.PlainText, Charset = "utf-8" }, CancellationToken.None);

    private static LinePage Page(LineSource source, BlockView view, float[] shares, int[] counts)
    {
        const int MostWords = 60;
        var lines = new LineTraits(view, TitleFinder.Find(view, PageFacts.None, GivenFields.None));
        var article = shares.Zip(counts).Sum(line => line.First * line.Second);
        var certainty = shares.Select(share => share is > 0.25f and < 0.75f ? 0.3f : 1f).ToArray();
        return new LinePage
        {
            Source = source,
            Lines = lines,
            Table = LineModel.Table(lines),
            Labels = [.. shares.Select(LineLabels.Label)],
            Weights = [.. counts.Select((count, i) => certainty[i] * (Math.Min(count, MostWords) + 3) / MathF.Sqrt(article + 100))],
            Certainty = certainty,
        };
    }
}
