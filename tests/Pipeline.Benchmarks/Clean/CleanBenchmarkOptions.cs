namespace Pipeline.Benchmarks.Clean;

/// <param name="Input">Folder of pages; an id is a file's name without extensions.</param>
/// <param name="Output">Path of the JSON file to write: id -> articleBody, title, authors, date, site, url, language.</param>
/// <param name="SiteMemory">Each page is cleaned with what the pages before it showed of its site.</param>
/// <param name="Compare">Also measure @mozilla/readability on the same pages.</param>
internal sealed record CleanBenchmarkOptions(string Input, string Output, bool SiteMemory, bool Compare);
