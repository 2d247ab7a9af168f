using System.Collections.Immutable;
using Pipeline.Functions.Tests.Infra.Bicep;

namespace Pipeline.Functions.Tests.Infra;

/// <summary>The deployment's files, by their paths from the root of the repository, with changes for a test.</summary>
internal sealed class InfraFolder
{
    private static readonly Lazy<InfraFolder> Loaded = new(Read);

    private readonly ImmutableSortedDictionary<string, string> _texts;

    private InfraFolder(ImmutableSortedDictionary<string, string> texts) => _texts = texts;

    /// <summary>The repository's folder.</summary>
    public static DirectoryInfo Root { get; } = FindRoot();

    /// <summary>As they stand in the repository.</summary>
    public static InfraFolder Repository => Loaded.Value;

    public IEnumerable<string> Paths => _texts.Keys;

    public IEnumerable<string> BicepPaths => Paths.Where(path => path.EndsWith(".bicep", StringComparison.Ordinal));

    public bool Has(string path) => _texts.ContainsKey(path);

    public string Text(string path) => _texts[path];

    public BicepFile Bicep(string path) => BicepFile.Parse(_texts[path]);

    /// <summary>A copy in which one text stands for another; throws when that is not there, so that no test goes stale.</summary>
    public InfraFolder With(string path, string old, string replacement) =>
        Text(path).Contains(old, StringComparison.Ordinal)
            ? new(_texts.SetItem(path, Text(path).Replace(old, replacement, StringComparison.Ordinal)))
            : throw new InvalidOperationException($"{path} does not hold: {old}");

    private static DirectoryInfo FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Pipeline.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside of the repository.");
        return folder;
    }

    private static InfraFolder Read()
    {
        IEnumerable<string> files =
        [
            Path.Combine(Root.FullName, "azure.yaml"),
            .. Directory.EnumerateFiles(Path.Combine(Root.FullName, "infra"), "*", SearchOption.AllDirectories),
            .. Directory.EnumerateFiles(Path.Combine(Root.FullName, ".github"), "*", SearchOption.AllDirectories),
        ];
        return new(files.ToImmutableSortedDictionary(
            file => Path.GetRelativePath(Root.FullName, file).Replace('\\', '/'),
            file => File.ReadAllText(file).ReplaceLineEndings("\n"),
            StringComparer.Ordinal));
    }
}
