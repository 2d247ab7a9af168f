using Microsoft.Extensions.FileSystemGlobbing;

namespace Pipeline.Local.Inputs;

/// <summary>Files, folders and globs of the command line as a list of files.</summary>
internal static class InputFiles
{
    private static readonly char[] Wildcards = ['*', '?'];

    /// <summary>Throws <see cref="InputNotFoundException"/> for an argument that names nothing.</summary>
    public static IReadOnlyList<InputFile> Expand(IEnumerable<string> arguments)
    {
        var files = new Dictionary<string, InputFile>(StringComparer.Ordinal);
        foreach (var argument in arguments)
        {
            var found = ExpandOne(argument);
            if (found.Count == 0)
            {
                throw new InputNotFoundException(argument);
            }

            foreach (var file in found)
            {
                Add(files, file);
            }
        }

        return [.. files.Values];
    }

    /// <summary>The same file twice stands once; two files of one name are told apart by their folders' names.</summary>
    private static void Add(Dictionary<string, InputFile> files, InputFile file)
    {
        var folder = Directory.GetParent(file.Path);
        while (files.TryGetValue(file.BlobName, out var other) && other.Path != file.Path && folder is not null)
        {
            file = file with { BlobName = $"{folder.Name}/{file.BlobName}" };
            folder = folder.Parent;
        }

        files[file.BlobName] = file;
    }

    private static List<InputFile> ExpandOne(string argument)
    {
        if (File.Exists(argument))
        {
            return [new InputFile(Path.GetFullPath(argument), Path.GetFileName(argument))];
        }

        if (Directory.Exists(argument))
        {
            return Under(Path.GetFullPath(argument), "**/*");
        }

        var wildcard = argument.IndexOfAny(Wildcards);
        if (wildcard < 0)
        {
            return [];
        }

        var cut = argument.LastIndexOfAny(['/', '\\'], wildcard);
        var root = Path.GetFullPath(cut < 0 ? "." : argument[..(cut + 1)]);
        return Directory.Exists(root) ? Under(root, argument[(cut + 1)..]) : [];
    }

    private static List<InputFile> Under(string root, string pattern)
    {
        var matcher = new Matcher(StringComparison.Ordinal);
        matcher.AddInclude(pattern);
        return
        [
            .. matcher.GetResultsInFullPath(root)
                .Order(StringComparer.Ordinal)
                .Where(path => !IsHidden(Path.GetRelativePath(root, path)))
                .Select(path => new InputFile(path, Path.GetRelativePath(root, path).Replace('\\', '/'))),
        ];
    }

    /// <summary>Hidden files and those that another program is still writing.</summary>
    public static bool IsHidden(string relativePath) =>
        relativePath.Split('/', '\\').Any(part => part.StartsWith('.'))
        || relativePath.EndsWith('~')
        || Path.GetExtension(relativePath) is ".tmp" or ".part" or ".crdownload";
}
