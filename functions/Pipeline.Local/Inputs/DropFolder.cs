namespace Pipeline.Local.Inputs;

/// <summary>
/// Watches a folder and hands over what is put there. It polls, because file system events get lost under load and do
/// not exist on network drives and in containers; a file counts once it was the same at two looks in a row.
/// </summary>
internal sealed class DropFolder(string folder, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(400);

    private readonly Dictionary<string, FileStamp> _seen = new(StringComparer.Ordinal);

    public async IAsyncEnumerable<InputFile> WatchAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            foreach (var file in TakeReady())
            {
                yield return file;
            }
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    /// <summary>The files that are new or changed and at rest.</summary>
    internal List<InputFile> TakeReady()
    {
        var ready = new List<InputFile>();
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(folder, file.FullName).Replace('\\', '/');
            if (InputFiles.IsHidden(name))
            {
                continue;
            }

            var now = new FileStamp(file.Length, file.LastWriteTimeUtc, Taken: false);
            if (!_seen.TryGetValue(name, out var before) || before with { Taken = false } != now)
            {
                _seen[name] = now;
            }
            else if (!before.Taken)
            {
                _seen[name] = now with { Taken = true };
                ready.Add(new InputFile(file.FullName, name));
            }
        }

        return ready;
    }

    private readonly record struct FileStamp(long Length, DateTime Written, bool Taken);
}
