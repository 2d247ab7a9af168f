using System.Globalization;

namespace Pipeline.Articles.Formats.Input;

/// <summary>Every sentence that an operator can read about a file, in one place.</summary>
internal static class Reject
{
    public static Rejection Empty { get; } =
        new(RejectionCategory.Empty, "The file is empty (0 bytes); check the export and drop it again.");

    public static Rejection Blank { get; } =
        new(RejectionCategory.Empty, "There is nothing but white space in it; check the export and drop it again.");

    public static Rejection NothingInside { get; } =
        new(RejectionCategory.Empty, "The archive holds no files; check how it was packed and drop it again.");

    public static Rejection NoRecords { get; } = new(
        RejectionCategory.NoArticle,
        "The WARC file holds no response, resource or conversion record, so there is no page in it; crawl the pages again.");

    public static Rejection EmptyList { get; } = new(
        RejectionCategory.NoArticle, "The JSON list of articles is empty; check the export and drop it again.");

    public static Rejection NoText { get; } = new(
        RejectionCategory.NoArticle,
        "The JSON object has no field with a text (such as text, body, content or articleBody); add one and drop it again.");

    public static Rejection NotAnObject(string what) => new(
        RejectionCategory.Malformed, $"An article must be a JSON object, and this is {what}; mend or remove it.");

    public static Rejection BadJson(long line, long column) => new(
        RejectionCategory.Malformed,
        Invariant($"The JSON breaks its rules in line {line + 1} at byte {column + 1} of this entry; mend it and drop it again."));

    public static Rejection JsonTooDeep(int limit) => new(
        RejectionCategory.Malformed,
        Invariant($"The JSON is nested more than {limit} levels deep, which no article is; flatten it and drop it again."));

    public static Rejection JsonCutOff { get; } = new(
        RejectionCategory.Malformed,
        "The JSON ends before this article's last bracket or quote is closed: the file was cut off or is broken; transfer it again.");

    public static Rejection BadString { get; } = new(
        RejectionCategory.Malformed,
        "A JSON string runs over the end of its line, which must be written \\n; mend the string and drop it again.");

    public static Rejection JsonListCutOff { get; } = new(
        RejectionCategory.Malformed,
        "The JSON list is never closed, so the file was cut off after the entries read so far; transfer it again.");

    public static Rejection NotJson { get; } = new(
        RejectionCategory.Malformed,
        "The file is named or declared as JSON, but its content is not JSON; export it again or give it its true name.");

    public static Rejection ArticleTooLarge(long atLeast, bool exact, FormatLimits limits) => new(
        RejectionCategory.TooLarge,
        $"The article is {(exact ? "" : "more than ")}{ByteSize.Text(atLeast)} and the limit is "
        + $"{ByteSize.Text(limits.MaxArticleBytes)}; split it, or raise the limit of an article.");

    public static Rejection BatchTooLarge(bool unpacked, FormatLimits limits) => new(
        RejectionCategory.TooLarge,
        $"The file {(unpacked ? "unpacks to" : "holds")} more than the limit of {ByteSize.Text(limits.MaxBatchBytes)} for a "
        + "batch, so the rest of it was not read; split it into smaller files, or raise the limit of a batch.");

    public static Rejection FileTooLarge(long bytes, FormatLimits limits) => new(
        RejectionCategory.TooLarge,
        $"The file is {ByteSize.Text(bytes)} and the limit of a batch is {ByteSize.Text(limits.MaxBatchBytes)}; "
        + "split it into smaller files, or raise the limit of a batch.");

    public static Rejection TooManyEntries(FormatLimits limits) => new(
        RejectionCategory.TooLarge,
        Invariant($"The file holds more than the limit of {limits.MaxEntries:N0} entries, so the rest of it was not read; ")
        + "split it into smaller files, or raise the limit of entries.");

    public static Rejection SwellsTooFar(long packed, long unpacked, FormatLimits limits) => new(
        RejectionCategory.DecompressionBomb,
        $"{ByteSize.Text(packed)} unpack to more than {ByteSize.Text(unpacked)}, over the limit of "
        + Invariant($"{limits.MaxCompressionRatio} to 1, as in a decompression bomb; remove the padding and pack it again."));

    public static Rejection NestedTooDeep(FormatLimits limits) => new(
        RejectionCategory.DecompressionBomb,
        Invariant($"Archives lie in one another more than {limits.MaxArchiveDepth} deep; unpack the outer ones and drop it again."));

    public static Rejection Overlapping { get; } = new(
        RejectionCategory.DecompressionBomb,
        "The zip entry shares its bytes with another entry, as in a decompression bomb; pack the files again.");

    public static Rejection LargerThanStated(long stated) => new(
        RejectionCategory.DecompressionBomb,
        $"The zip entry unpacks to more than the {ByteSize.Text(stated)} that its header states; pack the files again.");

    public static Rejection UnsafeName(string name) => new(
        RejectionCategory.UnsafePath,
        $"The archive entry is named \"{Printable(name)}\", which points outside the archive; rename it and pack the files again.");

    public static Rejection Encrypted { get; } = new(
        RejectionCategory.UnknownFormat, "The zip entry is encrypted; pack it again without a password.");

    public static Rejection UnknownPacking(string method) => new(
        RejectionCategory.UnknownFormat, $"The zip entry is packed with {method}; pack it again with Deflate.");

    public static Rejection Binary(string what) => new(RejectionCategory.Binary, $"This is {what} and not text; {Advice(what)}.");

    public static Rejection Unread(string what, string advice) =>
        new(RejectionCategory.UnknownFormat, $"This is {what}, which the pipeline does not read; {advice}.");

    public static Rejection Corrupt(string what) =>
        new(RejectionCategory.Malformed, $"{what}; transfer or pack the file again.");

    public static Rejection Malformed(string what) => new(RejectionCategory.Malformed, what);

    public static Rejection NoArticle(string what) => new(RejectionCategory.NoArticle, what);

    private static string Advice(string what) => what.Contains("document", StringComparison.Ordinal)
        ? "export it as HTML or plain text and drop that"
        : "drop the article as text, HTML, Markdown or JSON";

    private static string Printable(string name)
    {
        var text = string.Concat(name.Select(c => char.IsControl(c) ? '?' : c));
        return text.Length <= 120 ? text : string.Concat(text.AsSpan(0, 120), "...");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
