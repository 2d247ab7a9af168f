using Pipeline.Articles.Cleaning.Blocks;

namespace Pipeline.Articles.Cleaning.Html.Scripts;

/// <summary>Paragraphs that a page shows, to be found again in its scripts.</summary>
internal sealed class ScriptWitnesses
{
    private const int Most = 12;
    private const int Paragraph = 80;
    private const int Beginning = 36;

    private readonly HashSet<ulong> _beginnings = [];
    private readonly List<string> _probes = [];

    public static ScriptWitnesses Of(BlockList shown)
    {
        var witnesses = new ScriptWitnesses();
        foreach (ref readonly var block in shown.Blocks)
        {
            if (witnesses._probes.Count < Most && block.Length >= Paragraph && 2 * block.LinkCharacters < block.Length
                && BeginningOf(shown.TextOf(block)) is { } beginning && witnesses._beginnings.Add(beginning))
            {
                witnesses._probes.Add(Probe(shown.TextOf(block)));
            }
        }

        return witnesses;
    }

    /// <summary>A quick look: false when not even two of them can stand there.</summary>
    public bool StandIn(ReadOnlySpan<char> script)
    {
        var found = 0;
        foreach (var probe in _probes)
        {
            found += script.Contains(probe, StringComparison.Ordinal) ? 1 : 0;
            if (found == 2)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The witness that begins like a JSON string, named by its hash.</summary>
    public ulong? Find(ReadOnlySpan<char> json)
    {
        Span<char> text = stackalloc char[2 * Beginning];
        var length = JsonText.Decode(json, text);
        return BeginningOf(text[..length]) is { } beginning && _beginnings.Contains(beginning) ? beginning : null;
    }

    private static ulong? BeginningOf(ReadOnlySpan<char> text)
    {
        var letters = 0;
        foreach (var c in text)
        {
            letters += char.IsLetterOrDigit(c) ? 1 : 0;
        }

        return letters < Beginning ? null : TextHash.Folded(text, Beginning);
    }

    /// <summary>The longest stretch that JSON writes as it is: letters, digits, spaces and commas.</summary>
    private static string Probe(ReadOnlySpan<char> text)
    {
        var (best, length, start) = (0, 0, 0);
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || !(char.IsAsciiLetterOrDigit(text[i]) || text[i] is ' ' or ','))
            {
                (best, length) = i - start > length ? (start, i - start) : (best, length);
                start = i + 1;
            }
        }

        return text.Slice(best, length).ToString();
    }
}
