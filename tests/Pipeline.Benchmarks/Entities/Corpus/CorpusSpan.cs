namespace Pipeline.Benchmarks.Entities.Corpus;

/// <summary>A name in an article's text.</summary>
/// <param name="Start">UTF-16 offset into the text without markup.</param>
/// <param name="End">Offset behind its last code unit.</param>
/// <param name="Type">One of <see cref="CorpusMarkup.Types"/>.</param>
internal readonly record struct CorpusSpan(int Start, int End, string Type)
{
    /// <summary>Says so when a name that an annotator wrote down no longer stands at its offsets. In a table's line a space stands for a line break.</summary>
    /// <exception cref="FormatException">The text is another.</exception>
    public static void Check(string name, string text, int start, int end, string document)
    {
        if (start >= end || end > text.Length || text[start..end].ReplaceLineEndings(" ") != name)
        {
            throw new FormatException($"\"{name}\" does not stand at {start} of {document}; the text is another.");
        }
    }
}
